import type { SourcePosition } from './source.ts';
import type { Strategy } from './strategy.ts';

/** What is planned, applied and reviewed as one: a stack, or a service with its task definition and scaling. */
export interface Unit {
  /** `stack/<name>` or `service/<cluster>/<name>`. */
  readonly id: string;
  readonly kind: 'stack' | 'service';
  readonly changes: readonly Change[];
  readonly dangers: readonly Danger[];
  /** Ids of units that must be right before this one. */
  readonly needs: readonly string[];
  /** sha256 over what would be done, in canonical form; equal plans have equal digests. */
  readonly digest: string;
  /** What the plan cannot say, e.g. values that CloudFormation withheld. */
  readonly notes: readonly string[];
  /** How the service would roll out; absent where no task would be replaced. Not part of the digest. */
  readonly forecast?: RolloutForecast | undefined;
  /** What was looked up before anything is written. Not part of the digest. */
  readonly checks?: readonly PreflightCheck[] | undefined;
}

export interface Change {
  readonly action: 'add' | 'modify' | 'replace' | 'remove';
  /**
   * Logical id in a stack; otherwise what it is: `task definition`, `service`, `scalable target`, `alarm
   * EcsScaleOutAlarm`.
   */
  readonly resource: string;
  /** CloudFormation's type name, or ours for the ECS side, e.g. `AWS::ECS::Service`. */
  readonly type: string;
  readonly physicalId?: string | undefined;
  /** One entry per property that differs; empty for a resource that comes or goes as a whole. */
  readonly properties: readonly PropertyChange[];
  /** Whether AWS said that it will be so, that it may be so, or that it depends on values known after apply. */
  readonly certainty: 'certain' | 'conditional' | 'known-after-apply';
  /** What goes from the stack, or is replaced in it, stays in AWS. */
  readonly isKept?: boolean | undefined;
  /** It is added since somebody has deleted it behind the stack's back. */
  readonly isMadeAgain?: boolean | undefined;
  /** A later apply makes this change, not this one: what still uses the resource is removed first. */
  readonly isLater?: boolean | undefined;
  /** The resource whose change leads to this one: where a run ended in between, the review of that one is enough. */
  readonly follows?: string | undefined;
  readonly at?: SourcePosition | undefined;
}

export interface PropertyChange {
  /** Dotted path, list members by name where they have one: `containerDefinitions.app.image`. */
  readonly path: string;
  /** What was last deployed. */
  readonly before: ShownValue;
  readonly after: ShownValue;
  /** What AWS has now, where somebody has changed it since. */
  readonly live?: ShownValue | undefined;
}

/** A value as a reader may see it. */
export type ShownValue =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'secret' }
  | { readonly kind: 'known-after-apply' }
  /** CloudFormation says that the value changes, and not to what. */
  | { readonly kind: 'withheld' };

/** A change that can lose traffic or data. */
export interface Danger {
  /**
   * Name of the service's stack that the resource is in; undefined for the cluster's own, and for what is in no stack.
   */
  readonly stack?: string | undefined;
  readonly resource: string;
  readonly property?: string | undefined;
  readonly to?: string | undefined;
  /** What would be lost. */
  readonly loss: string;
  /** Set where no consent lifts it: the sequence of steps that gets there safely. */
  readonly forbidden?: string | undefined;
  /** Consent in cluster.yaml covers it. */
  readonly allowed: boolean;
}

/** What a rollout is going to look like, from the configuration and the instances as they are. */
export interface RolloutForecast {
  readonly strategy: Strategy;
  /** Tasks that are wanted. */
  readonly tasks: number;
  /** Tasks that run now; 0 for a service that is new. */
  readonly running: number;
  /** The fewest healthy tasks at any time, and the most that run at once. */
  readonly lowest: number;
  readonly highest: number;
  /** How often tasks are started and others stopped until all are new; undefined where the strategy has no waves. */
  readonly waves?: number | undefined;
  /** Whether the instances have room for what runs in addition. */
  readonly room: 'enough' | 'grows' | 'missing' | 'unknown';
  /** The room in a sentence, with the numbers behind it. */
  readonly roomText: string;
  /** How long the last successful rollouts took, newest first, in milliseconds. */
  readonly lastDurationsMs: readonly number[];
}

/** One thing that a rollout depends on, looked up beforehand without reading any secret's value. */
export interface PreflightCheck {
  /** E.g. `image 123….dkr.ecr…/app:2` or `secret DB_PASSWORD`. */
  readonly subject: string;
  /** `unchecked`: it could not be looked up, and the message says why. */
  readonly state: 'passed' | 'failed' | 'warning' | 'unchecked';
  readonly message: string;
  readonly at?: SourcePosition | undefined;
}
