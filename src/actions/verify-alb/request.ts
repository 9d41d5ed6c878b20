import { readService } from '../../engine/observe/read-services.ts';
import type { Behind, VerifyRequest } from '../../engine/verify/context.ts';
import { expectedVersion, imageIn } from '../../engine/verify/expected-version.ts';
import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { Service, Verify, VersionMark } from '../../model/service.ts';
import { CLUSTER_OUTPUTS, clusterStackName, serviceStackName, targetGroupArns } from '../../model/stack-names.ts';
import { COMMIT_TAG } from '../../plan/service/service-tags.ts';
import type { Services } from '../../ports/services.ts';
import type { Stacks } from '../../ports/stacks.ts';
import type { ListenerView, Targets } from '../../ports/targets.ts';
import type { TaskDefinitions } from '../../ports/task-definitions.ts';
import type { Environment } from '../inputs.ts';
import type { VerifyInputs } from './prepare.ts';

export interface RequestPorts {
  readonly stacks: Stacks;
  readonly services: Services;
  readonly targets: Targets;
  readonly taskDefinitions: TaskDefinitions;
}

/** What is asked for where neither input nor config says it. */
const DEFAULTS = { path: '/', expectStatus: '200', consecutive: 3, timeoutSeconds: 120 } as const;

/**
 * What to ask for and where: inputs before service.yaml before defaults; the URL from the stack's outputs unless given.
 */
export async function verifyRequest(
  { inputs, ...given }: VerifyInputs,
  cluster: Cluster | undefined,
  env: Environment,
  ports: RequestPorts,
): Promise<VerifyRequest> {
  const service = cluster && chooseService(cluster, inputs.service);
  const configured = service?.verify;
  const clusterName = cluster?.name ?? inputs.cluster;
  const found = inputs.url ? undefined : await findBehind(clusterName, service?.name ?? inputs.service, ports);
  const base = inputs.url || (await listenerUrl(found, configured, ports));
  return {
    url: new URL(inputs.path || (inputs.url ? '' : (configured?.path ?? DEFAULTS.path)), base).href,
    host: configured?.host,
    connectTo: inputs['connect-to'] || undefined,
    expected: {
      status: inputs['expect-status'] || (configured?.expectStatus ?? DEFAULTS.expectStatus),
      body: inputs['expect-body'] || configured?.expectBody,
      version: await versionMark(inputs['expect-version'], cluster, service, env, ports),
    },
    consecutive: given.consecutive ?? configured?.consecutive ?? DEFAULTS.consecutive,
    timeoutMs: (given.timeoutSeconds ?? configured?.timeoutSeconds ?? DEFAULTS.timeoutSeconds) * 1000,
    watchMs: given.watchSeconds * 1000,
    behind: found?.behind,
  };
}

function chooseService(cluster: Cluster, name: string): Service {
  const [only] = cluster.services;
  const found = name ? cluster.services.find((service) => service.name === name) : only;
  if (found && (name || cluster.services.length === 1)) return found;
  const names = cluster.services.map((service) => service.name).join(', ');
  throw new ToolkitError(
    name ? 'INPUT_INVALID' : 'INPUT_MISSING',
    name ? `There is no service ${name}.` : 'Input service is empty.',
    {
      hint: `Services of ${cluster.name}: ${names}.`,
    },
  );
}

interface Found {
  readonly behind: Behind;
  readonly dnsName: string;
}

async function findBehind(cluster: string, service: string, { stacks }: RequestPorts): Promise<Found> {
  const name = clusterStackName(cluster);
  const [stack, serviceStack] = await Promise.all([
    stacks.describe(name),
    service ? stacks.describe(serviceStackName(cluster, service)) : undefined,
  ]);
  const loadBalancerArn = stack?.outputs[CLUSTER_OUTPUTS.loadBalancerArn];
  const dnsName = stack?.outputs[CLUSTER_OUTPUTS.loadBalancerDnsName];
  if (!loadBalancerArn || !dnsName) {
    throw new ToolkitError('NOT_PROVISIONED', `Stack ${name} ${stack ? 'has no load balancer' : 'does not exist'}.`, {
      hint: 'Run provision for this cluster first, or give the input url.',
    });
  }
  return {
    dnsName,
    behind: {
      loadBalancerArn,
      service: serviceStack && { cluster, name: service, targetGroupArns: targetGroupArns(serviceStack.outputs) },
    },
  };
}

async function listenerUrl(
  found: Found | undefined,
  configured: Verify | undefined,
  { targets }: RequestPorts,
): Promise<string> {
  if (!found) return '';
  const listeners = await targets.listeners(found.behind.loadBalancerArn);
  const listener = listeners.find(({ port }) => port === configured?.listenerPort) ?? lowest(listeners);
  if (!listener) {
    throw new ToolkitError('NOT_PROVISIONED', `Load balancer ${found.dnsName} has no listener.`, {
      hint: 'Run provision for this cluster first.',
    });
  }
  return `${listener.protocol.toLowerCase()}://${found.dnsName}:${listener.port}`;
}

function lowest(listeners: readonly ListenerView[]): ListenerView | undefined {
  return listeners.toSorted((a, b) => a.port - b.port)[0];
}

async function versionMark(
  input: string,
  cluster: Cluster | undefined,
  service: Service | undefined,
  env: Environment,
  ports: RequestPorts,
): Promise<VersionMark | undefined> {
  const explicit = /^(header|body):(?:([^=]+)=)?(.+)$/.exec(input);
  if (explicit) {
    const [, place, name = '', equals = ''] = explicit;
    return place === 'header' ? { header: name, equals } : { body: escapeRegExp(equals), equals };
  }
  const mark = service?.verify?.version;
  if (input && !mark) {
    throw new ToolkitError(
      'INPUT_INVALID',
      `Input expect-version is ${JSON.stringify(input)}, but service.yaml does not say how an answer shows its version.`,
      {
        hint: 'Set verify.version in service.yaml, or give header:NAME=VALUE or body:VALUE.',
      },
    );
  }
  if (!mark || !service || !cluster) return undefined;
  if (input) return { ...mark, equals: input };
  const container = mark.container ?? service.loadBalancers[0]?.containerName ?? '';
  return expectedVersion(mark, {
    image: mark.equals.includes(IMAGE) ? await deployedImage(cluster.name, service, container, ports) : undefined,
    commit: mark.equals.includes(COMMIT) ? ((await deployedCommit(service, ports)) ?? env['GITHUB_SHA']) : undefined,
  });
}

/** What placeholders begin with: what none asks for is not looked up. */
const IMAGE = '$' + '{image.';
const COMMIT = '$' + '{commit}';

/**
 * The commit that the family's newest revision is of: later commits that changed nothing of the service have registered
 * none.
 */
async function deployedCommit(
  { taskDefinition }: Service,
  { taskDefinitions }: RequestPorts,
): Promise<string | undefined> {
  return (await taskDefinitions.describe(taskDefinition.family))?.tags[COMMIT_TAG];
}

/**
 * The image that config asks for, so that a service that was rolled back does not pass; what is live where config
 * leaves it to others.
 */
async function deployedImage(
  cluster: string,
  service: Service,
  container: string,
  { services, taskDefinitions }: RequestPorts,
): Promise<string | undefined> {
  const source = service.taskDefinition.containers.find(({ name }) => name === container)?.image;
  if (source?.kind === 'config') return source.image;
  const live = await readService(services, cluster, service.name);
  const described = live && (await taskDefinitions.describe(live.taskDefinition));
  return described && imageIn(described.definition, container);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
