import { hostAt } from '../../../core/network.ts';
import type { Container, ContainerEvents } from '../../../drivers/driver.ts';
import type { NetworkBinding } from '../../../shapes/ecs.d.ts';
import type { Ecs } from '../context.ts';
import { linkAlias, linkTarget } from '../definitions/dependencies.ts';
import { remainingOf, tasksOn } from '../placement/candidate.ts';
import { nextDynamicPort } from '../placement/ports.ts';
import type { ContainerRecord, TaskRecord } from '../tasks/record.ts';
import { environmentOf } from './environment.ts';
import type { InstanceRecord } from './record.ts';

export interface StartedContainer extends Container {
  /** Takes its host ports off the network. */
  unpublish(): void;
}

/**
 * Starts a container and publishes its ports on the instance. Rejects with a ContainerError where Docker would refuse.
 */
export async function startContainer(
  ecs: Ecs,
  instance: InstanceRecord,
  { task, container }: { readonly task: TaskRecord; readonly container: ContainerRecord },
  events: ContainerEvents,
): Promise<StartedContainer> {
  const { definition, runtimeId } = container;
  const override = task.overrides.containerOverrides?.find(({ name }) => name === definition.name);
  const tcp = (definition.portMappings ?? []).filter(({ protocol }) => protocol !== 'udp');
  const started = await ecs.driver.start(
    {
      id: runtimeId,
      name: `ecs-${task.taskDefinition.family}-${task.taskDefinition.revision}-${definition.name}`,
      image: definition.image,
      entryPoint: definition.entryPoint,
      command: override?.command ?? definition.command,
      environment: await environmentOf(ecs.world, task, container),
      containerPorts: tcp.flatMap(({ containerPort }) => containerPort ?? []),
      links: (definition.links ?? []).flatMap((link) => {
        const target = task.containers.find((one) => one.definition.name === linkTarget(link));
        return target ? [{ alias: linkAlias(link), targetId: target.runtimeId }] : [];
      }),
      ...(task.network && {
        neighbourIds: task.containers.filter(isRunning).map((one) => one.runtimeId),
      }),
      memoryMiB: override?.memory ?? definition.memory,
      memoryReservationMiB: override?.memoryReservation ?? definition.memoryReservation,
      cpuUnits: override?.cpu ?? definition.cpu,
    },
    events,
  );
  const own = task.networkInterface?.created;
  container.networkBindings = own ? [] : bind(ecs, instance, container);
  const host = own ? hostAt(own.vpcId, own.privateIp) : instance.ec2InstanceId;
  const ports = own ? tcp.map(({ containerPort }) => ({ containerPort, hostPort: containerPort })) : bound(container);
  const unpublish = ports.flatMap(({ containerPort, hostPort }) => {
    const address = started.addresses.get(containerPort ?? 0);
    return address && hostPort !== undefined ? [ecs.world.network.publish(host, hostPort, address)] : [];
  });
  return {
    ...started,
    unpublish: () => {
      for (const takeBack of unpublish) takeBack();
    },
  };
}

const isRunning = ({ lastStatus }: ContainerRecord): boolean => lastStatus === 'RUNNING';

const bound = ({ networkBindings }: ContainerRecord): readonly NetworkBinding[] =>
  networkBindings.filter(({ protocol }) => protocol !== 'udp');

/** Host ports as Docker binds them: those that are asked for, and dynamic ones in ascending order. */
function bind(ecs: Ecs, instance: InstanceRecord, { definition }: ContainerRecord): NetworkBinding[] {
  const cluster = ecs.state.clusters.get(instance.clusterName);
  const used = new Set(cluster ? remainingOf(instance, tasksOn(cluster, instance)).usedPorts : []);
  return (definition.portMappings ?? []).map(({ containerPort, hostPort: asked, protocol }) => {
    const hostPort = asked || nextDynamicPort(instance.nextPort, used);
    used.add(hostPort);
    if (!asked) instance.nextPort = hostPort + 1;
    return { bindIP: '0.0.0.0', containerPort, hostPort, protocol };
  });
}
