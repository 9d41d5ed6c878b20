import type { Ecs } from '../context.ts';
import { registeredWith } from '../deployments/shifting/routes.ts';
import { tolerate } from '../refusals.ts';
import type { TargetRecord } from '../tasks/record.ts';
import { addEvent } from './events.ts';
import * as messages from './messages.ts';
import type { ServiceRecord } from './record.ts';

const expelled = new WeakSet<TargetRecord>();

/**
 * While it deploys, a service takes what is not its own out of its target groups: other services' tasks, where a group
 * is shared. AWS says that sharing breaks deployments, not how [doc service-load-balancing]; this is the harsh reading.
 */
export async function expelStrangers(ecs: Ecs, service: ServiceRecord): Promise<void> {
  if (service.deployments[0]?.rolloutState !== 'IN_PROGRESS' || ecs.world.sabotage.has('shared-target-group')) return;
  const groups = service.deployments.flatMap(registeredWith).flatMap(({ targetGroupArn = [] }) => targetGroupArn);
  const strangers = [...ecs.state.clusters.values()]
    .flatMap(({ arn, tasks }) => [...tasks.values()].filter((task) => !isOwn(task, arn, service)))
    .flatMap(({ targets }) => targets)
    .filter((target) => target.state === 'registered' && groups.includes(target.targetGroupArn))
    .filter((target) => !expelled.has(target));
  for (const [TargetGroupArn, targets] of Map.groupBy(strangers, ({ targetGroupArn }) => targetGroupArn)) {
    for (const target of targets) expelled.add(target);
    const Targets = targets.map(({ id, port }) => ({ Id: id, Port: port }));
    const done = await ecs.world.call('elbv2', 'DeregisterTargets', { TargetGroupArn, Targets }).catch(tolerate);
    if (done) addEvent(ecs, service, messages.deregistered(service.name, targets.length, TargetGroupArn));
  }
}

const isOwn = (
  { serviceName }: { readonly serviceName: string | undefined },
  clusterArn: string,
  service: ServiceRecord,
): boolean => serviceName === service.name && clusterArn === service.clusterArn;
