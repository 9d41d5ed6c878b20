import { adjust, clamp, proportionate, stepFor } from '../../core/capacity-arithmetic.ts';
import type { LastScaling, PolicySettings } from './state.ts';

export interface Situation {
  readonly desired: number;
  readonly min: number;
  readonly max: number;
  readonly now: number;
  readonly lastOut: LastScaling | undefined;
  readonly lastIn: LastScaling | undefined;
  readonly suspended: { readonly in: boolean; readonly out: boolean };
  readonly isDeploying: boolean;
  /** The metric's newest value and, for steps, the alarm's threshold. */
  readonly value: number;
  readonly threshold: number | undefined;
}

export type NotScaledCode =
  | 'AlreadyAtMaxCapacity'
  | 'AlreadyAtMinCapacity'
  | 'AlreadyAtDesiredCapacity'
  | 'TargetServicePutResourceAsUnscalable';

export type Decision =
  | { readonly kind: 'scale'; readonly direction: 'out' | 'in'; readonly to: number; readonly cooldownSeconds: number }
  | { readonly kind: 'not-scaled'; readonly code: NotScaledCode }
  /** Suspended, cooling down, or no step for the value: not even an activity is recorded. */
  | { readonly kind: 'nothing' };

const DEFAULT_COOLDOWN_SECONDS = 300;
const NOTHING: Decision = { kind: 'nothing' };

/**
 * What a policy does about an alarm. During a cooldown only a larger scale-out goes on, counted from where the first
 * began; scale-in waits for the end of every cooldown, and scale-out ends one of scale-in. Source: "Cooldown period" of
 * step scaling and target tracking policies in the user guide.
 */
export function decide(settings: PolicySettings, situation: Situation): Decision {
  const { desired, now, lastOut, lastIn, suspended, isDeploying } = situation;
  const isCoolingOut = lastOut !== undefined && now < lastOut.until;
  const capacity = (from: number): number | undefined => wanted(settings, situation, from);
  const here = capacity(desired);
  if (here === undefined) return NOTHING;
  if (here === desired) return { kind: 'not-scaled', code: 'AlreadyAtDesiredCapacity' };
  const { min, max } = situation;
  if (here > desired) {
    if (suspended.out) return NOTHING;
    const to = clamp(isCoolingOut ? (capacity(lastOut.from) ?? desired) : here, { min, max });
    if (to <= desired)
      return isCoolingOut && desired < max ? NOTHING : { kind: 'not-scaled', code: 'AlreadyAtMaxCapacity' };
    return { kind: 'scale', direction: 'out', to, cooldownSeconds: cooldown(settings, 'out') };
  }
  if (suspended.in || isDisabled(settings) || isCoolingOut || (lastIn !== undefined && now < lastIn.until))
    return NOTHING;
  const to = clamp(here, { min, max });
  if (to >= desired) return { kind: 'not-scaled', code: 'AlreadyAtMinCapacity' };
  if (isDeploying) return { kind: 'not-scaled', code: 'TargetServicePutResourceAsUnscalable' };
  return { kind: 'scale', direction: 'in', to, cooldownSeconds: cooldown(settings, 'in') };
}

/** The capacity that the policy asks for, counted from `from`, before minimum and maximum. */
function wanted(settings: PolicySettings, { value, threshold }: Situation, from: number): number | undefined {
  switch (settings.type) {
    case 'StepScaling': {
      const { StepAdjustments, AdjustmentType: type, MinAdjustmentMagnitude: minMagnitude } = settings.configuration;
      const step = threshold === undefined ? undefined : stepFor(StepAdjustments, value - threshold);
      return step && adjust(from, { type, amount: step.ScalingAdjustment, minMagnitude });
    }
    case 'TargetTrackingScaling':
      return proportionate(from, { value, target: settings.configuration.TargetValue });
    case 'PredictiveScaling':
      return undefined;
  }
}

const isDisabled = (settings: PolicySettings): boolean =>
  settings.type === 'TargetTrackingScaling' && settings.configuration.DisableScaleIn === true;

function cooldown(settings: PolicySettings, direction: 'out' | 'in'): number {
  switch (settings.type) {
    case 'StepScaling':
      return settings.configuration.Cooldown ?? DEFAULT_COOLDOWN_SECONDS;
    case 'TargetTrackingScaling': {
      const { ScaleOutCooldown, ScaleInCooldown } = settings.configuration;
      return (direction === 'out' ? ScaleOutCooldown : ScaleInCooldown) ?? DEFAULT_COOLDOWN_SECONDS;
    }
    case 'PredictiveScaling':
      return 0;
  }
}
