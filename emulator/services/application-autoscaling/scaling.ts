import { AwsError } from '../../core/errors.ts';
import type { WorldEvents } from '../../core/world.ts';
import type { ScalingActivity } from '../../shapes/application-autoscaling.d.ts';
import { endActivity, recordActivity } from './activities.ts';
import type { NotScaledCode } from './decision.ts';
import { decide } from './decision.ts';
import type { ServiceView } from './ecs-services.ts';
import { describeService, setDesiredCount } from './ecs-services.ts';
import type { ApplicationAutoScaling, ScalableTargetRecord, ScalingPolicyRecord } from './state.ts';

const FULFILMENT_CHECK_MS = 10_000;
const FULFILMENT_PATIENCE_MS = 1_800_000;

/** Does something about a target after everything that was to be done about it before, and AWS's usual moment later. */
function enqueue(aas: ApplicationAutoScaling, target: ScalableTargetRecord, work: () => Promise<void>): void {
  const { world, targets } = aas;
  world.clock.after(world.latency('application-auto-scaling-reaction'), () => {
    target.queue = target.queue.then(() => (targets.get(target.resourceId) === target ? work() : undefined));
    world.background(target.queue);
  });
}

/** Acts on an alarm whose action is one of the targets' policies. */
export function alarmActed(aas: ApplicationAutoScaling, event: WorldEvents['alarm-action']): void {
  for (const target of aas.targets.values())
    for (const policy of target.policies.values())
      if (policy.arn === event.actionArn) enqueue(aas, target, () => runPolicy(aas, target, policy, event));
}

async function runPolicy(
  aas: ApplicationAutoScaling,
  target: ScalableTargetRecord,
  policy: ScalingPolicyRecord,
  { alarmName, value, threshold }: WorldEvents['alarm-action'],
): Promise<void> {
  const service = await describeService(aas.world, target.resourceId);
  const cause = `monitor alarm ${alarmName} in state ALARM triggered policy ${policy.name}`;
  if (!service) {
    const Description = 'Attempting to scale due to alarm triggered';
    recordActivity(aas, target, {
      Description,
      Cause: cause,
      StatusCode: 'Failed',
      StatusMessage: `ECS service doesn't exist: ${target.resourceId}`,
    });
    return;
  }
  const now = aas.world.clock.now();
  const decision = decide(policy.settings, {
    now,
    value,
    threshold,
    desired: service.desiredCount,
    isDeploying: service.isDeploying,
    min: target.min,
    max: target.max,
    lastOut: target.lastOut,
    lastIn: target.lastIn,
    suspended: target.suspended,
  });
  switch (decision.kind) {
    case 'nothing':
      return;
    case 'not-scaled':
      recordNotScaled(aas, target, { service, cause, code: decision.code });
      return;
    case 'scale': {
      const { direction, to, cooldownSeconds } = decision;
      if (!(await scale(aas, target, { to, cause }))) return;
      const isCooling = target.lastOut !== undefined && now < target.lastOut.until;
      const until = now + cooldownSeconds * 1000;
      const from = isCooling && target.lastOut ? target.lastOut.from : service.desiredCount;
      if (direction === 'out') Object.assign(target, { lastOut: { from, until }, lastIn: undefined });
      else target.lastIn = { from: service.desiredCount, until };
    }
  }
}

function recordNotScaled(
  aas: ApplicationAutoScaling,
  target: ScalableTargetRecord,
  { service, cause, code }: { service: ServiceView; cause: string; code: NotScaledCode },
): void {
  const bounds = {
    AlreadyAtMaxCapacity: { MaxCapacity: target.max },
    AlreadyAtMinCapacity: { MinCapacity: target.min },
    AlreadyAtDesiredCapacity: {},
    TargetServicePutResourceAsUnscalable: {},
  }[code];
  recordActivity(aas, target, {
    Description: 'Attempting to scale due to alarm triggered',
    Cause: cause,
    StatusCode: 'Failed',
    NotScaledReasons: [{ Code: code, CurrentCapacity: service.desiredCount, ...bounds }],
  });
}

/** Brings a service within new bounds. */
export function applyBounds(aas: ApplicationAutoScaling, target: ScalableTargetRecord): void {
  enqueue(aas, target, async () => {
    const service = await describeService(aas.world, target.resourceId);
    if (!service) return;
    if (service.desiredCount < target.min)
      await scale(aas, target, { to: target.min, cause: `minimum capacity was set to ${target.min}` });
    if (service.desiredCount > target.max)
      await scale(aas, target, { to: target.max, cause: `maximum capacity was set to ${target.max}` });
  });
}

/** false where ECS refused, which the activity tells. */
async function scale(
  aas: ApplicationAutoScaling,
  target: ScalableTargetRecord,
  { to, cause }: { to: number; cause: string },
): Promise<boolean> {
  const done = `Successfully set desired count to ${to}.`;
  const activity = recordActivity(aas, target, {
    Description: `Setting desired count to ${to}.`,
    Cause: cause,
    StatusCode: 'InProgress',
    StatusMessage: `${done} Waiting for change to be fulfilled by ecs.`,
  });
  try {
    await setDesiredCount(aas.world, target.resourceId, to);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    endActivity(aas, activity, 'Failed', `Failed to set desired count to ${to}. Reason: ${error.message}`);
    return false;
  }
  awaitFulfilment(aas, activity, { resourceId: target.resourceId, to, done });
  return true;
}

function awaitFulfilment(
  aas: ApplicationAutoScaling,
  activity: ScalingActivity,
  { resourceId, to, done }: { resourceId: string; to: number; done: string },
): void {
  const { world } = aas;
  const deadline = world.clock.now() + FULFILMENT_PATIENCE_MS;
  const check = async (): Promise<void> => {
    const service = await describeService(world, resourceId);
    if (!service || service.desiredCount !== to)
      endActivity(aas, activity, 'Overridden', `${done} Change was overridden.`);
    else if (service.runningCount === to)
      endActivity(aas, activity, 'Successful', `${done} Change successfully fulfilled by ecs.`);
    else if (world.clock.now() >= deadline)
      endActivity(aas, activity, 'Unfulfilled', `${done} Change was not fulfilled by ecs.`);
    else later();
  };
  const later = (): void => void world.clock.after(FULFILMENT_CHECK_MS, () => world.background(check()));
  later();
}
