import type { JsonObject } from './json.ts';

/** A CloudFormation stack as observed. Times are milliseconds since the epoch. */
export interface StackView {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusReason: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly terminationProtection: boolean;
}

export interface StackEventView {
  readonly eventId: string;
  readonly at: number;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly clientRequestToken: string | undefined;
}

export interface StackResourceView {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
}

/** A change set, both descriptions of it merged: what property values leave out is there without them. */
export interface ChangeSetView {
  readonly id: string;
  /** ARN of the stack. */
  readonly stackId: string;
  readonly status: string;
  readonly statusReason: string | undefined;
  readonly executionStatus: string;
  readonly changes: readonly ResourceChangeView[];
  /** Logical ids whose property values CloudFormation withheld. */
  readonly withheld: readonly string[];
  /** Its own words where it says that values are missing. */
  readonly warning?: string | undefined;
}

export interface ResourceChangeView {
  readonly action: 'Add' | 'Modify' | 'Remove' | 'Import' | 'Dynamic' | 'SyncWithActual';
  readonly logicalId: string;
  readonly physicalId: string | undefined;
  readonly type: string;
  readonly replacement: 'True' | 'False' | 'Conditional' | undefined;
  readonly policyAction: string | undefined;
  readonly details: readonly PropertyDetailView[];
  /** Whether somebody changed or deleted it since the last deployment; known only where the change set looked. */
  readonly driftStatus?: string | undefined;
  /** What was not compared with what is live, and why, e.g. `/Properties/DesiredCapacity` and MANAGED_BY_AWS. */
  readonly ignoredDrift?: readonly IgnoredDriftView[] | undefined;
  /** Its properties, as the change set has them; where CloudFormation shows none, absent. */
  readonly properties?: ResourcePropertiesView | undefined;
}

interface IgnoredDriftView {
  readonly path: string;
  readonly reason: string;
}

/** Scalars are text in all of them. */
export interface ResourcePropertiesView {
  /** The properties as they were last deployed; where the change set looked for drift, as they are live. */
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
  /** The properties as they were last deployed, where the change set looked for drift. */
  readonly previous: JsonObject | undefined;
}

export interface PropertyDetailView {
  /** JSON path under the resource, e.g. `/Properties/Port`; the property's name where AWS gives no path. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly requiresRecreation: 'Never' | 'Conditionally' | 'Always' | undefined;
  readonly evaluation: 'Static' | 'Dynamic' | undefined;
  /** Set where somebody changed the value since the last deployment; `before` is then what is live. */
  readonly drift?: { readonly previous: string | undefined; readonly actual: string | undefined } | undefined;
}

/** A change set as its stack lists it. */
export interface ChangeSetSummary {
  readonly id: string;
  readonly name: string;
}

/** What became of the request for a change set. */
export type CreatedChangeSet =
  | { readonly kind: 'created'; readonly id: string }
  /** The stack is in a state that takes none, e.g. while it is being updated. */
  | { readonly kind: 'unavailable' }
  /** CloudFormation does not compare with what is live here; `reason` is its own. */
  | { readonly kind: 'no-drift'; readonly reason: string };

/** How far CloudFormation is with comparing a stack's resources with its template. */
export interface DriftDetectionView {
  readonly status: string;
  readonly reason: string | undefined;
}

/** A resource that somebody changed or deleted behind the stack's back. */
export interface DriftedResourceView {
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  readonly differences: readonly PropertyDetailView[];
}

/** A problem that CloudFormation found before it did anything (DescribeEvents, VALIDATION_ERROR). */
export interface ValidationErrorView {
  readonly logicalId: string;
  readonly path: string | undefined;
  readonly message: string;
  readonly mode: 'FAIL' | 'WARN';
}
