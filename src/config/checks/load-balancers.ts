import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';
import type { ContainerFile } from '../schema/task-definition-file.ts';
import { didYouMean } from '../suggestion.ts';
import { containerNames } from './container-names.ts';

/** Each target group leads to a port that a container has, and has rules whose listeners exist. */
export function checkLoadBalancers(service: ServiceDraft, cluster: ClusterDraft): readonly ConfigIssue[] {
  return [
    ...checkTargets(service),
    ...checkTargetGroups(service),
    ...checkRulesExist(service),
    ...checkListenersExist(service, cluster),
  ];
}

function checkTargets(service: ServiceDraft): readonly ConfigIssue[] {
  const { file, taskFile } = service;
  const containers = taskFile.value.containerDefinitions;
  const names = containerNames(service);
  if (!names) return [];
  return file.value.loadBalancers.flatMap(({ containerName, containerPort }, index) => {
    const path = ['loadBalancers', index];
    const container = containers.find(({ name }) => name === containerName);
    if (!container) {
      const message = `There is no container "${containerName}" in ${fileName(taskFile.file)}.`;
      return problemAt(file, [...path, 'containerName'], message, didYouMean(containerName, names, 'Add it.'));
    }
    const position = containers.indexOf(container);
    if (isDoubtful(taskFile, ['containerDefinitions', position, 'portMappings'])) return [];
    if (maps(container, containerPort)) return [];
    const ports = (container.portMappings ?? []).flatMap((mapping) => mapping.containerPort ?? []);
    const hint =
      ports.length > 0
        ? `It maps ${ports.join(', ')}.`
        : `Add "portMappings: [{ containerPort: ${containerPort} }]" to it.`;
    const message = `Container "${containerName}" does not map port ${containerPort}.`;
    return problemAt(file, [...path, 'containerPort'], message, hint);
  });
}

function maps({ portMappings = [] }: ContainerFile, port: number): boolean {
  return portMappings.some((mapping) => {
    const range = (mapping as { readonly containerPortRange?: string }).containerPortRange?.split('-').map(Number);
    return (
      mapping.containerPort === port || (range !== undefined && port >= (range[0] ?? 0) && port <= (range[1] ?? 0))
    );
  });
}

function checkTargetGroups({ file, service }: ServiceDraft): readonly ConfigIssue[] {
  return service.loadBalancers.flatMap(({ targetGroup: { healthCheck, protocolVersion } }, index) => {
    const path = ['loadBalancers', index, 'targetGroup'];
    const { intervalSeconds, timeoutSeconds } = healthCheck;
    const slow = `The health check's timeout, ${timeoutSeconds} s, is not below its interval, ${intervalSeconds} s.`;
    const [least, most] = protocolVersion === 'GRPC' ? [0, 99] : [200, 499];
    const codes = healthCheck.matcher.split(/[,-]/).map(Number);
    const outside = `The health check's matcher is "${healthCheck.matcher}", and codes are from ${least} to ${most}.`;
    return [
      ...(timeoutSeconds >= intervalSeconds
        ? problemAt(file, [...path, 'healthCheck', 'timeoutSeconds'], slow, 'Lower timeoutSeconds.')
        : []),
      ...(codes.some((code) => code < least || code > most)
        ? problemAt(file, [...path, 'healthCheck', 'matcher'], outside, 'Write only codes of healthy answers.')
        : []),
    ];
  });
}

/** A target group that no rule refers to gets no health checks, so that ECS would wait for ever. */
function checkRulesExist({ file, service }: ServiceDraft): readonly ConfigIssue[] {
  return service.loadBalancers.flatMap(({ rules }, index) => {
    if (rules.length > 0) return [];
    const message = 'Only the first target group has a rule by default; this one has none.';
    return problemAt(file, ['loadBalancers', index, 'rules'], message, 'Add "rules:" with priority and conditions.');
  });
}

function checkListenersExist(
  { file, service }: ServiceDraft,
  { cluster, file: clusterFile }: ClusterDraft,
): readonly ConfigIssue[] {
  if (isDoubtful(clusterFile, ['loadBalancer', 'listeners'])) return [];
  const ports = cluster.loadBalancer.listeners.map(({ port }) => port);
  return service.loadBalancers.flatMap(({ rules, testListenerRule }, index) =>
    [
      ...rules.map(({ listenerPort }, rule) => ({ listenerPort, below: ['rules', rule] })),
      ...(testListenerRule ? [{ listenerPort: testListenerRule.listenerPort, below: ['testListenerRule'] }] : []),
    ].flatMap(({ listenerPort, below }) => {
      if (ports.includes(listenerPort)) return [];
      const path = ['loadBalancers', index, ...below, 'listener'];
      const message = `The load balancer has no listener on port ${listenerPort}.`;
      return problemAt(file, path, message, `It listens on ${ports.join(', ')}, as cluster.yaml says.`);
    }),
  );
}

function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
