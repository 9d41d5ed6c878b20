import type { Cancel } from '../../core/clock.ts';
import type { World } from '../../core/world.ts';
import type { Activity, CreateAutoScalingGroupType, Instance, RefreshPreferences } from '../../shapes/autoscaling.d.ts';
import type { ScalingPolicyRecord } from './scaling-policy.ts';

export type LifecycleState = Extract<
  Instance['LifecycleState'],
  | 'Pending'
  | 'Pending:Wait'
  | 'Pending:Proceed'
  | 'InService'
  | 'Terminating'
  | 'Terminating:Wait'
  | 'Terminating:Proceed'
>;

export interface LaunchTemplateReference {
  readonly id: string;
  readonly name: string;
  /** A number, `$Latest` or `$Default`, as the group was given it. */
  readonly version: string;
}

export type LifecycleResult = 'CONTINUE' | 'ABANDON';

/** A hook that holds an instance until somebody completes it or its heartbeat ends. */
export interface LifecycleWait {
  readonly hookName: string;
  readonly token: string;
  /** Begins the heartbeat anew, within the hook's global timeout. */
  extend(): void;
  settle(result: LifecycleResult): void;
  /** Forgets the wait without a result. */
  drop: Cancel;
}

export interface Member {
  readonly instanceId: string;
  readonly instanceType: string;
  readonly zone: string;
  readonly zoneId: string;
  readonly subnetId: string;
  readonly imageId: string;
  /** The template's version is a number here: what the instance was launched from. */
  readonly template: LaunchTemplateReference;
  readonly launchedAt: number;
  state: LifecycleState;
  health: 'Healthy' | 'Unhealthy';
  /** Why an unhealthy instance is taken out of service, in AWS's words. */
  unhealthyBecause: string;
  protectedFromScaleIn: boolean;
  inServiceAt: number | undefined;
  /** EC2 has the instance running. */
  booted: boolean;
  /** EC2 has the instance shutting down or terminated. */
  gone: boolean;
  waits: LifecycleWait[];
  /** The scaling activity that launches or terminates the instance now, or did last. */
  activity: Activity;
}

export interface LifecycleHookRecord {
  readonly name: string;
  readonly transition: 'autoscaling:EC2_INSTANCE_LAUNCHING' | 'autoscaling:EC2_INSTANCE_TERMINATING';
  readonly heartbeatSeconds: number;
  readonly defaultResult: 'CONTINUE' | 'ABANDON';
  readonly notificationMetadata: string | undefined;
  readonly notificationTargetArn: string | undefined;
  readonly roleArn: string | undefined;
}

/** A group's settings with AWS's defaults filled in. Percentages are of desired capacity; periods are seconds. */
export interface GroupSettings {
  readonly minSize: number;
  readonly maxSize: number;
  readonly template: LaunchTemplateReference;
  readonly subnetIds: readonly string[];
  readonly zones: readonly string[];
  readonly defaultCooldownSeconds: number;
  readonly defaultWarmupSeconds: number | undefined;
  readonly healthCheckType: string;
  readonly healthCheckGraceSeconds: number;
  readonly terminationPolicies: readonly string[];
  readonly newInstancesProtected: boolean;
  readonly capacityRebalance: boolean;
  readonly maintenance: { readonly minPercent: number; readonly maxPercent: number } | undefined;
  readonly deletionProtection: NonNullable<CreateAutoScalingGroupType['DeletionProtection']>;
  readonly serviceLinkedRoleArn: string;
  readonly context: string | undefined;
  /** False: the zones were named without subnets, and their default subnets are used. */
  readonly namesSubnets: boolean;
}

export interface GroupTag {
  readonly value: string;
  readonly propagate: boolean;
}

export type RefreshStatus = 'Pending' | 'InProgress' | 'Successful' | 'Failed' | 'Cancelled';

/** Percentages are of desired capacity, the warm-up is in seconds. */
export interface FilledPreferences {
  readonly MinHealthyPercentage: number;
  readonly MaxHealthyPercentage: number;
  readonly InstanceWarmup: number;
  readonly SkipMatching: boolean;
  readonly ScaleInProtectedInstances: NonNullable<RefreshPreferences['ScaleInProtectedInstances']>;
}

export interface InstanceRefreshRecord {
  readonly id: string;
  readonly startedAt: number;
  readonly preferences: FilledPreferences;
  /** What new instances are launched from, and the group's template once the refresh has succeeded. */
  readonly desiredTemplate: LaunchTemplateReference | undefined;
  /** Instances that were there when the refresh began and are to be replaced. */
  readonly outdated: Set<string>;
  total: number;
  status: RefreshStatus;
  reason: string | undefined;
  percentage: number;
  remaining: number;
  /** Since when only scale-in protection keeps the refresh from going on. */
  blockedSince: number | undefined;
  endedAt: number | undefined;
}

export interface Group {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  settings: GroupSettings;
  desired: number;
  deleting: boolean;
  readonly members: Map<string, Member>;
  /** Newest first. */
  readonly activities: Activity[];
  readonly hooks: Map<string, LifecycleHookRecord>;
  readonly policies: Map<string, ScalingPolicyRecord>;
  /** Newest first. */
  readonly refreshes: InstanceRefreshRecord[];
  /** Suspended process to the reason shown. */
  readonly suspended: Map<string, string>;
  readonly enabledMetrics: Set<string>;
  readonly tags: Map<string, GroupTag>;
  /** Why desired capacity was changed since the last activity, in AWS's words. */
  changes: string[];
  /** Why coming launches happen, where it is not the difference between desired and actual capacity. */
  readonly launchReasons: string[];
  /** The cooldown that begins at the end of the scaling activity that a simple policy has set going. */
  cooldownSeconds: number | undefined;
  /** Until when simple scaling policies do nothing. */
  cooldownUntil: number;
  /**
   * The scale-out that policies have under way: what it started from is current capacity until its instances are warm.
   */
  scaleOut: { readonly from: number; readonly since: number; readonly warmupSeconds: number } | undefined;
}

export interface AutoScaling {
  readonly world: World;
  readonly groups: Map<string, Group>;
  /** Has a group compare what it has with what it should have, soon. */
  wake(group: Group, afterMs?: number): void;
}

export const groupArn = ({ world }: AutoScaling, id: string, name: string): string =>
  `arn:aws:autoscaling:${world.region}:${world.account}:autoScalingGroup:${id}:autoScalingGroupName/${name}`;

export const policyArn = ({ world }: AutoScaling, id: string, names: { group: string; policy: string }): string =>
  `arn:aws:autoscaling:${world.region}:${world.account}:scalingPolicy:${id}:autoScalingGroupName/${names.group}:policyName/${names.policy}`;

/** Instances that count as the group's capacity: not those on their way out. */
export const isAlive = ({ state }: Member): boolean => !state.startsWith('Terminating');

export const isSuspended = ({ suspended }: Group, process: string): boolean => suspended.has(process);
