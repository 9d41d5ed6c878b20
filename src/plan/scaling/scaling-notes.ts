import type { Scaling } from '../../model/service.ts';
import type { ScalableTargetView } from '../../model/service-views.ts';

interface ScaledService {
  readonly target: ScalableTargetView | undefined;
  /** undefined for a service that is new. */
  readonly desiredCount: number | undefined;
}

const SUSPENSIONS = {
  dynamicScalingInSuspended: 'Scaling in',
  dynamicScalingOutSuspended: 'Scaling out',
  scheduledScalingSuspended: 'Scheduled scaling',
} as const;

/** What autoscaling does by itself, or does not do, that no change of the plan shows. */
export function scalingNotes(scaling: Scaling | undefined, live: ScaledService): readonly string[] {
  if (!scaling) return [];
  return [...boundsNotes(scaling, live), ...suspensionNotes(scaling, live)];
}

/** Registering a target outside of whose bounds the count is makes AWS move the count; an alarm does so later. */
function boundsNotes(
  { minCapacity, maxCapacity }: Scaling,
  { target, desiredCount }: ScaledService,
): readonly string[] {
  if (desiredCount === undefined) return [];
  const moved = Math.min(maxCapacity, Math.max(minCapacity, desiredCount));
  if (moved === desiredCount) return [];
  const bound = moved > desiredCount ? `minCapacity ${minCapacity}` : `maxCapacity ${maxCapacity}`;
  const isNew = target?.minCapacity !== minCapacity || target?.maxCapacity !== maxCapacity;
  return [
    isNew
      ? `Application Auto Scaling moves the desired count from ${desiredCount} to ${moved} by itself, once ${bound} is set.`
      : `The desired count is ${desiredCount}, outside of ${bound}. Application Auto Scaling owns it and corrects it when it next scales.`,
  ];
}

function suspensionNotes({ suspended }: Scaling, { target }: ScaledService): readonly string[] {
  if (suspended || !target?.suspended) return [];
  const { suspended: live } = target;
  return (Object.keys(SUSPENSIONS) as (keyof typeof SUSPENSIONS)[])
    .filter((kind) => live[kind])
    .map(
      (kind) =>
        `${SUSPENSIONS[kind]} is suspended on the scalable target. Config does not say whether it should be; scaling.suspendedState in service.yaml can.`,
    );
}
