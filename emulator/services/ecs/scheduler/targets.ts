import { AwsError } from '../../../core/errors.ts';
import type { DescribeTargetHealthOutput, TargetHealth } from '../../../shapes/elbv2.d.ts';
import type { Ecs } from '../context.ts';
import { tolerate } from '../refusals.ts';
import { isOver, type TargetRecord, type TaskRecord } from '../tasks/record.ts';
import { addEvent, addRepeatableEvent } from './events.ts';
import * as messages from './messages.ts';
import type { ServiceRecord } from './record.ts';

/** What the load balancers say of a service's targets; undefined for those that they do not know. */
export type TargetStates = (target: TargetRecord) => TargetHealth | undefined;

const NOT_REGISTERED: TargetHealth = { State: 'unused', Reason: 'Target.NotRegistered' };

/** Asks each target group once. One that is gone has no targets, which a service event says. */
export async function observeTargets(
  ecs: Ecs,
  service: ServiceRecord,
  tasks: readonly TaskRecord[],
): Promise<TargetStates> {
  const states = new Map<string, TargetHealth | undefined>();
  for (const [TargetGroupArn, members] of byTargetGroup(tasks, ({ state }) => state !== 'gone')) {
    const [first] = members;
    const answer = await ecs.world
      .call<DescribeTargetHealthOutput>('elbv2', 'DescribeTargetHealth', { TargetGroupArn })
      .catch(tolerate);
    if (!answer && first)
      addRepeatableEvent(ecs, service, messages.targetGroupMissing(service.name, first.task.id, TargetGroupArn));
    if (answer)
      for (const { target } of members) states.set(keyOf(TargetGroupArn, target.id, target.port), NOT_REGISTERED);
    for (const { Target, TargetHealth } of answer?.TargetHealthDescriptions ?? [])
      states.set(keyOf(TargetGroupArn, Target?.Id ?? '', Target?.Port ?? 0), TargetHealth);
  }
  return ({ targetGroupArn, id, port }) => states.get(keyOf(targetGroupArn, id, port));
}

/** Registers the tasks that have run for as long as ECS takes to notice. */
export async function registerDue(ecs: Ecs, service: ServiceRecord, tasks: readonly TaskRecord[]): Promise<void> {
  const now = ecs.world.clock.now();
  const due = tasks.filter(
    (task) =>
      task.lastStatus === 'RUNNING' &&
      task.desiredStatus === 'RUNNING' &&
      task.targets.length === 0 &&
      now >= (task.startedAt ?? now) + task.registrationDelayMs,
  );
  for (const task of due) task.targets = targetsOf(task);
  for (const [targetGroupArn, members] of byTargetGroup(due)) {
    try {
      await ecs.world.call('elbv2', 'RegisterTargets', {
        TargetGroupArn: targetGroupArn,
        Targets: members.map(inElb),
      });
      addEvent(ecs, service, messages.registered(service.name, members.length, targetGroupArn));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      // Tried anew next round.
      for (const { task } of members) task.targets = [];
      addRepeatableEvent(ecs, service, messages.registrationFailed(service.name, targetGroupArn, error.message));
    }
  }
}

/** Takes tasks out of their target groups, where their connections begin to drain. */
export async function deregister(ecs: Ecs, service: ServiceRecord, tasks: readonly TaskRecord[]): Promise<void> {
  for (const [targetGroupArn, members] of byTargetGroup(tasks, ({ state }) => state === 'registered')) {
    for (const { target } of members) target.state = 'draining';
    const done = await ecs.world
      .call('elbv2', 'DeregisterTargets', { TargetGroupArn: targetGroupArn, Targets: members.map(inElb) })
      .catch(tolerate);
    if (!done) continue;
    addEvent(ecs, service, messages.deregistered(service.name, members.length, targetGroupArn));
    for (const [deploymentId = '', of] of Map.groupBy(members, ({ task }) => task.deploymentId))
      addEvent(ecs, service, messages.draining(service.name, deploymentId, of.length));
  }
}

/** ECS takes a task that stops by itself out of its target groups when it notices. */
export async function deregisterStopped(ecs: Ecs, service: ServiceRecord, tasks: readonly TaskRecord[]): Promise<void> {
  const ending = tasks.filter(
    (task) => isOver(task) || task.lastStatus === 'STOPPING' || task.lastStatus === 'DEPROVISIONING',
  );
  await deregister(ecs, service, ending);
}

/** The instance and the host port, or the address of the task's own interface and the container's port. */
function targetsOf(task: TaskRecord): TargetRecord[] {
  return task.loadBalancers.flatMap(({ targetGroupArn, containerName, containerPort }) => {
    const own = task.networkInterface?.created;
    const container = task.containers.find(({ definition }) => definition.name === containerName);
    const bound = container?.networkBindings.find((binding) => binding.containerPort === containerPort)?.hostPort;
    const [id, port] = own ? [own.privateIp, containerPort] : [task.ec2InstanceId, bound];
    if (targetGroupArn === undefined || id === undefined || port === undefined) return [];
    return [{ targetGroupArn, id, port, state: 'registered' as const }];
  });
}

interface Member {
  readonly task: TaskRecord;
  readonly target: TargetRecord;
}

function byTargetGroup(
  tasks: readonly TaskRecord[],
  which: (target: TargetRecord) => boolean = () => true,
): Map<string, Member[]> {
  const members = tasks.flatMap((task) => task.targets.filter(which).map((target) => ({ task, target })));
  return Map.groupBy(members, ({ target }) => target.targetGroupArn);
}

const inElb = ({ target }: Member) => ({ Id: target.id, Port: target.port });
const keyOf = (targetGroupArn: string, id: string, port: number): string => `${targetGroupArn} ${id} ${port}`;
