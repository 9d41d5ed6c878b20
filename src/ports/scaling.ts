import type { JsonObject } from '../model/json.ts';
import type { AlarmView, ScalableTargetView, ScalingPolicyView } from '../model/service-views.ts';

/** Application Auto Scaling of services' desired counts, and the CloudWatch alarms that drive it. */
export interface Scaling {
  target(cluster: string, service: string): Promise<ScalableTargetView | undefined>;
  /** Without `suspended`, what pauses stays as it is. */
  registerTarget(cluster: string, service: string, target: ScalableTargetView): Promise<void>;
  deregisterTarget(cluster: string, service: string): Promise<void>;
  policies(cluster: string, service: string): Promise<readonly ScalingPolicyView[]>;
  /** PutScalingPolicy's shape without the service's identity; returns the policy's ARN. */
  putPolicy(cluster: string, service: string, policy: JsonObject): Promise<string>;
  deletePolicy(cluster: string, service: string, policyName: string): Promise<void>;
  /** Returns the alarms in the order of `names`. */
  alarms(names: readonly string[]): Promise<readonly (AlarmView | undefined)[]>;
  /** PutMetricAlarm's shape; `tags` are set when the alarm is new. */
  putAlarm(alarm: JsonObject, tags: Readonly<Record<string, string>>): Promise<void>;
  deleteAlarms(names: readonly string[]): Promise<void>;
}
