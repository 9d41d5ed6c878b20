import type { SourcePosition } from './source.ts';

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
}

export interface Change {
  readonly action: 'add' | 'modify' | 'replace' | 'remove';
  /** Logical id in a stack; otherwise what it is: `task definition`, `service`, `scalable target`, `alarm EcsScaleOutAlarm`. */
  readonly resource: string;
  /** CloudFormation's type name, or ours for the ECS side, e.g. `AWS::ECS::Service`. */
  readonly type: string;
  readonly physicalId?: string | undefined;
  /** One entry per property that differs; empty for a resource that comes or goes as a whole. */
  readonly properties: readonly PropertyChange[];
  /** Whether AWS said that it will be so, that it may be so, or that it depends on values known after apply. */
  readonly certainty: 'certain' | 'conditional' | 'known-after-apply';
  readonly at?: SourcePosition | undefined;
}

export interface PropertyChange {
  /** Dotted path, list members by name where they have one: `containerDefinitions.app.image`. */
  readonly path: string;
  readonly before: ShownValue;
  readonly after: ShownValue;
}

/** A value as a reader may see it. */
export type ShownValue =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'secret' }
  | { readonly kind: 'known-after-apply' };

/** A change that can lose traffic or data. */
export interface Danger {
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
