import { AwsError } from '../../../core/errors.ts';
import type { Instance } from '../../../shapes/ec2.d.ts';
import type { RegisterContainerInstanceResponse } from '../../../shapes/ecs.d.ts';
import { lastPart } from '../arns.ts';
import type { Ecs } from '../context.ts';
import { RESERVED_PORTS } from '../placement/ports.ts';
import { AGENT_CAPABILITIES, AGENT_VERSION } from './capabilities.ts';
import { bringsAgent, findHost, reachesEcs, sizeOf, userDataOf } from './host.ts';
import { mayRegister } from './instance-role.ts';
import { removeInstance } from './removal.ts';
import { type AgentConfiguration, agentConfiguration } from './user-data.ts';

/** An agent that cannot register starts again and again (systemd restarts it); finer than this it need not be. */
const RETRY_MS = 30_000;

/** Boots an agent on each instance that runs, and ends it with the instance. */
export function startAgents(ecs: Ecs): void {
  const { world } = ecs;
  const gone = new Set<string>();
  world.on('instance-state', ({ instanceId, state }) => {
    switch (state) {
      case 'pending':
        break;
      case 'running':
        world.background(bootAgent(ecs, instanceId, () => gone.has(instanceId)));
        break;
      case 'shutting-down':
        gone.add(instanceId);
        powerOff(ecs, instanceId);
        break;
      case 'terminated':
        gone.add(instanceId);
        forget(ecs, instanceId);
        break;
    }
  });
}

async function bootAgent(ecs: Ecs, instanceId: string, isGone: () => boolean): Promise<void> {
  const { world } = ecs;
  await world.clock.sleep(world.latency('agent-registration'));
  while (!isGone()) {
    const host = await findHost(world, instanceId);
    if (!host || !(await bringsAgent(world, host))) return;
    if (await tryRegister(ecs, host)) break;
    await world.clock.sleep(RETRY_MS);
  }
  // It may have ended while it registered.
  if (isGone()) forget(ecs, instanceId);
}

/** False where it has to be tried again: no way to ECS, no permission, or no such cluster yet. */
async function tryRegister(ecs: Ecs, host: Instance): Promise<boolean> {
  const { world } = ecs;
  if (!(await reachesEcs(world, host))) return false;
  const written = agentConfiguration(await userDataOf(world, host.InstanceId ?? ''));
  const configuration = world.sabotage.has('wrong-cluster') ? { ...written, cluster: anyCluster(ecs) } : written;
  if (!(await mayRegister(world, host, configuration.cluster))) return false;
  try {
    // Without a cluster in its configuration the agent makes the default one.
    if (configuration.cluster === 'default') await world.call('ecs', 'CreateCluster', {});
    await register(ecs, host, configuration);
    return true;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ClusterNotFoundException') return false;
    throw error;
  }
}

/** For sabotage: a cluster that the instance was not meant for. */
const anyCluster = ({ state }: Ecs): string => [...state.clusters.keys()][0] ?? 'default';

async function register(ecs: Ecs, host: Instance, configuration: AgentConfiguration): Promise<void> {
  const { cpu, memory } = await sizeOf(ecs.world, host);
  const { containerInstance } = await ecs.world.call<RegisterContainerInstanceResponse>(
    'ecs',
    'RegisterContainerInstance',
    {
      cluster: configuration.cluster,
      instanceIdentityDocument: JSON.stringify({ instanceId: host.InstanceId, region: ecs.world.region }),
      instanceIdentityDocumentSignature: 'emulated',
      totalResources: [
        { name: 'CPU', type: 'INTEGER', integerValue: cpu },
        { name: 'MEMORY', type: 'INTEGER', integerValue: memory - configuration.reservedMemoryMiB },
        { name: 'PORTS', type: 'STRINGSET', stringSetValue: RESERVED_PORTS.map(String) },
        { name: 'PORTS_UDP', type: 'STRINGSET', stringSetValue: [] },
      ],
      versionInfo: AGENT_VERSION,
      attributes: [
        ...AGENT_CAPABILITIES,
        { name: 'ecs.ami-id', value: host.ImageId },
        { name: 'ecs.availability-zone', value: host.Placement?.AvailabilityZone },
        { name: 'ecs.cpu-architecture', value: host.Architecture ?? 'x86_64' },
        { name: 'ecs.instance-type', value: host.InstanceType },
        { name: 'ecs.os-type', value: 'linux' },
        { name: 'ecs.subnet-id', value: host.SubnetId },
        { name: 'ecs.vpc-id', value: host.VpcId },
        ...Object.entries(configuration.attributes).map(([name, value]) => ({ name, value })),
      ],
    },
  );
  const id = lastPart(containerInstance?.containerInstanceArn ?? '');
  const record = ecs.state.clusters.get(configuration.cluster)?.instances.get(id);
  if (record) record.stopTimeoutMs = configuration.stopTimeoutMs;
}

/** The machine stops: its processes are dead, and ECS has not heard of it yet. */
function powerOff(ecs: Ecs, instanceId: string): void {
  for (const cluster of ecs.state.clusters.values())
    for (const task of cluster.tasks.values()) if (task.ec2InstanceId === instanceId) ecs.runs.get(task.id)?.kill();
  for (const run of ecs.orphans.get(instanceId) ?? []) run.kill();
  ecs.orphans.delete(instanceId);
  for (const cluster of ecs.state.clusters.values())
    for (const instance of cluster.instances.values())
      if (instance.ec2InstanceId === instanceId) instance.agentConnected = false;
}

/** ECS takes a terminated instance out of its cluster by itself. */
function forget(ecs: Ecs, instanceId: string): void {
  for (const cluster of ecs.state.clusters.values())
    for (const instance of cluster.instances.values())
      if (instance.ec2InstanceId === instanceId) removeInstance(ecs, cluster, instance, 'terminated');
}
