import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';
import type { ContainerFile } from '../schema/task-definition-file.ts';

type PortMapping = NonNullable<ContainerFile['portMappings']>[number];

/** Port mappings against the network mode, and the network mode against the service's network configuration. */
export function checkPorts({ file, taskFile, service }: ServiceDraft): readonly ConfigIssue[] {
  const { networkMode = 'bridge' } = taskFile.value;
  if (isDoubtful(taskFile, ['networkMode'])) return [];
  const configured = service.settings['networkConfiguration'] !== undefined;
  if (networkMode === 'awsvpc' && !configured && !isDoubtful(file, ['networkConfiguration'])) {
    const hint = 'Add it to service.yaml with awsvpcConfiguration: {subnets, securityGroups}.';
    return problemAt(taskFile, ['networkMode'], '"networkMode: awsvpc" needs networkConfiguration.', hint);
  }
  if (networkMode !== 'awsvpc' && configured) {
    const message = `networkConfiguration cannot be used with "networkMode: ${networkMode}".`;
    return problemAt(file, ['networkConfiguration'], message, 'Remove it, or write "networkMode: awsvpc".');
  }
  return [...checkHostPorts(taskFile, networkMode), ...checkTwice(taskFile, networkMode)];
}

function checkHostPorts(taskFile: ServiceDraft['taskFile'], networkMode: string): readonly ConfigIssue[] {
  if (networkMode === 'bridge') return [];
  return mappings(taskFile.value.containerDefinitions).flatMap(([{ containerPort, hostPort }, path]) => {
    if (hostPort === undefined || hostPort === containerPort) return [];
    const message = `hostPort is ${hostPort}, but with "networkMode: ${networkMode}" it is always the containerPort.`;
    return problemAt(taskFile, [...path, 'hostPort'], message, 'Remove it.');
  });
}

/** A task can have a port of the instance, or of the network that its containers share, only once for each protocol. */
function checkTwice(taskFile: ServiceDraft['taskFile'], networkMode: string): readonly ConfigIssue[] {
  const taken = new Set<string>();
  return mappings(taskFile.value.containerDefinitions).flatMap(([{ containerPort, hostPort, protocol }, path]) => {
    const key = hostPort === undefined && networkMode !== 'bridge' ? 'containerPort' : 'hostPort';
    const port = key === 'hostPort' ? hostPort : containerPort;
    const named = `${(protocol ?? 'tcp').toUpperCase()} port ${port}`;
    if (!port || !taken.has(named)) {
      taken.add(named);
      return [];
    }
    return problemAt(taskFile, [...path, key], `${named} is mapped already.`, 'Give each mapping its own port.');
  });
}

/** A fixed port of the instance keeps a second task off it, also the new one of a rollout. */
export function warnOfFixedPorts({ taskFile }: ServiceDraft): readonly ConfigIssue[] {
  const { networkMode = 'bridge', containerDefinitions } = taskFile.value;
  if (networkMode !== 'bridge') return [];
  return mappings(containerDefinitions).flatMap(([{ hostPort }, path]) => {
    if (!hostPort) return [];
    const message = `Only one task at a time can have port ${hostPort} of an instance, so a rollout needs free instances.`;
    return problemAt(taskFile, [...path, 'hostPort'], message, 'Write 0: each task then gets a free port.');
  });
}

function mappings(containers: readonly ContainerFile[]): readonly (readonly [PortMapping, DocumentPath])[] {
  return containers.flatMap(({ portMappings = [] }, container) =>
    portMappings.map(
      (mapping, index) => [mapping, ['containerDefinitions', container, 'portMappings', index]] as const,
    ),
  );
}
