import type { JsonObject } from '../../model/json.ts';
import type { Change, Danger } from '../../model/plan.ts';
import type { AlarmView, ScalableTargetView, ScalingPolicyView } from '../../model/service-views.ts';
import { type Difference, differences } from '../differences/json-differences.ts';
import { KNOWN_AFTER_APPLY, propertyChanges } from '../differences/property-changes.ts';
import { alarmDifferences, foreignAlarm } from './scaling-alarms.ts';
import type { DesiredAlarm, DesiredScaling } from './scaling-desired.ts';
import type { DesiredPolicy } from './scaling-policies.ts';

export interface LiveScaling {
  readonly target: ScalableTargetView | undefined;
  readonly policies: readonly ScalingPolicyView[];
  /** Alarms that config names or the live policies have, as far as they exist. */
  readonly alarms: readonly AlarmView[];
}

/** One write, in the order in which they are to be made. */
export type ScalingWrite =
  | ({ readonly kind: 'register-target' } & ScalableTargetView)
  | { readonly kind: 'put-policy'; readonly name: string; readonly policy: JsonObject }
  | {
      readonly kind: 'put-alarm';
      readonly name: string;
      readonly alarm: JsonObject;
      /** Its ARN is the alarm's first action; the others follow. */
      readonly policyName: string;
      readonly otherActions: readonly string[];
    }
  | { readonly kind: 'delete-alarms'; readonly names: readonly string[] }
  | { readonly kind: 'delete-policy'; readonly name: string }
  | { readonly kind: 'deregister-target' };

export interface ScalingPlan {
  readonly changes: readonly Change[];
  readonly dangers: readonly Danger[];
  readonly writes: readonly ScalingWrite[];
}

interface Step {
  readonly change?: Change;
  readonly write?: ScalingWrite;
  readonly danger?: Danger | undefined;
}

/**
 * Desired scaling (undefined: none) against the live one. `ownership` are the tags that mark an alarm as this
 * service's.
 */
export function planScaling(
  desired: DesiredScaling | undefined,
  live: LiveScaling,
  ownership: Readonly<Record<string, string>>,
): ScalingPlan {
  const steps = [
    ...targetSteps(desired, live),
    ...(desired?.policies ?? []).flatMap((policy) => policySteps(policy, live)),
    ...(desired?.alarms ?? []).flatMap((alarm) => alarmSteps(alarm, live, ownership)),
    ...staleSteps(desired, live, ownership),
  ];
  return {
    changes: steps.flatMap(({ change }) => change ?? []),
    dangers: steps.flatMap(({ danger }) => danger ?? []),
    writes: steps.flatMap(({ write }) => write ?? []),
  };
}

function targetSteps(desired: DesiredScaling | undefined, { target }: LiveScaling): readonly Step[] {
  if (!desired) return [];
  const found = differences(target && comparable(target, desired), comparable(desired.target, desired));
  if (found.length === 0) return [];
  const change = changeOf('scalable target', 'AWS::ApplicationAutoScaling::ScalableTarget', target, found);
  return [{ change, write: { kind: 'register-target', ...desired.target } }];
}

/** What pauses is compared only where config says it. */
function comparable({ suspended, ...bounds }: ScalableTargetView, { target }: DesiredScaling): JsonObject {
  return { ...bounds, ...(target.suspended && suspended ? { suspendedState: { ...suspended } } : {}) };
}

function policySteps({ name, policy }: DesiredPolicy, { policies }: LiveScaling): readonly Step[] {
  const live = policies.find((each) => each.name === name);
  const found = differences(live && normalPolicy(live.description), normalPolicy(policy));
  if (found.length === 0) return [];
  const change = changeOf(`scaling policy ${name}`, 'AWS::ApplicationAutoScaling::ScalingPolicy', live, found);
  return [{ change, write: { kind: 'put-policy', name, policy } }];
}

function alarmSteps(
  { name, policyName, otherActions, alarm }: DesiredAlarm,
  { policies, alarms }: LiveScaling,
  ownership: Readonly<Record<string, string>>,
): readonly Step[] {
  const live = alarms.find((each) => each.name === name);
  const danger = live && foreignAlarm(live, alarm, ownership);
  if (danger) return [{ danger }];
  const policyArn = policies.find((policy) => policy.name === policyName)?.arn ?? KNOWN_AFTER_APPLY;
  const found = alarmDifferences(live, { ...alarm, AlarmActions: [policyArn, ...otherActions] });
  if (found.length === 0) return [];
  const change = changeOf(`alarm ${name}`, 'AWS::CloudWatch::Alarm', live, found);
  return [{ change, write: { kind: 'put-alarm', name, alarm, policyName, otherActions } }];
}

/** What the service has and config no longer says: alarms first, so that none fires at a policy that is gone. */
function staleSteps(
  desired: DesiredScaling | undefined,
  live: LiveScaling,
  ownership: Readonly<Record<string, string>>,
): readonly Step[] {
  const isOurs = ({ tags }: AlarmView): boolean =>
    Object.entries(ownership).every(([key, value]) => tags[key] === value);
  const alarms = live.alarms.filter(
    (alarm) => isOurs(alarm) && !desired?.alarms.some(({ name }) => name === alarm.name),
  );
  const policies = live.policies.filter(({ name }) => !desired?.policies.some((policy) => policy.name === name));
  const names = alarms.map(({ name }) => name);
  return [
    ...alarms.map(({ name }) => ({ change: removal(`alarm ${name}`, 'AWS::CloudWatch::Alarm') })),
    ...(names.length > 0 ? [{ write: { kind: 'delete-alarms', names } as const }] : []),
    ...policies.map(({ name }) => ({
      change: removal(`scaling policy ${name}`, 'AWS::ApplicationAutoScaling::ScalingPolicy'),
      write: { kind: 'delete-policy', name } as const,
    })),
    ...(live.target && !desired
      ? [
          {
            change: removal('scalable target', 'AWS::ApplicationAutoScaling::ScalableTarget'),
            write: { kind: 'deregister-target' } as const,
          },
        ]
      : []),
  ];
}

/** Application Auto Scaling describes a switch that is off; nobody states it. */
function normalPolicy(policy: JsonObject): JsonObject {
  const tracking = policy['TargetTrackingScalingPolicyConfiguration'];
  if (typeof tracking !== 'object' || tracking === null) return policy;
  return { ...policy, TargetTrackingScalingPolicyConfiguration: { DisableScaleIn: false, ...tracking } };
}

function changeOf(resource: string, type: string, live: object | undefined, found: readonly Difference[]): Change {
  const properties = live ? propertyChanges(found) : [];
  const isKnown = !properties.some(({ after }) => after.kind === 'known-after-apply');
  return {
    action: live ? 'modify' : 'add',
    resource,
    type,
    properties,
    certainty: isKnown ? 'certain' : 'known-after-apply',
  };
}

function removal(resource: string, type: string): Change {
  return { action: 'remove', resource, type, properties: [], certainty: 'certain' };
}
