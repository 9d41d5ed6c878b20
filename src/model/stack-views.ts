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
}

export interface ResourceChangeView {
  readonly action: 'Add' | 'Modify' | 'Remove' | 'Import' | 'Dynamic' | 'SyncWithActual';
  readonly logicalId: string;
  readonly physicalId: string | undefined;
  readonly type: string;
  readonly replacement: 'True' | 'False' | 'Conditional' | undefined;
  readonly policyAction: string | undefined;
  readonly details: readonly PropertyDetailView[];
}

export interface PropertyDetailView {
  /** JSON path under the resource, e.g. `/Properties/Port`; the property's name where AWS gives no path. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly requiresRecreation: 'Never' | 'Conditionally' | 'Always' | undefined;
  readonly evaluation: 'Static' | 'Dynamic' | undefined;
}

/** A problem that CloudFormation found before it did anything (DescribeEvents, VALIDATION_ERROR). */
export interface ValidationErrorView {
  readonly logicalId: string;
  readonly path: string | undefined;
  readonly message: string;
  readonly mode: 'FAIL' | 'WARN';
}
