import type {
  ChangeSetSummary,
  ChangeSetView,
  CreatedChangeSet,
  DriftDetectionView,
  DriftedResourceView,
  StackEventView,
  StackResourceView,
  StackView,
  ValidationErrorView,
} from '../model/stack-views.ts';

export interface ChangeSetRequest {
  readonly stackName: string;
  readonly changeSetName: string;
  readonly type: 'CREATE' | 'UPDATE';
  /** JSON or YAML, at most 51,200 bytes. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly description: string;
  /** CREATE only: a creation that fails takes the stack with it, instead of leaving ROLLBACK_COMPLETE behind. */
  readonly deleteOnFailure?: boolean;
  /** Takes resources that exist under their fixed names and are retained (log groups) into the stack. */
  readonly importExisting?: boolean;
  /** UPDATE only: compares with what is live, and brings what somebody changed back as well. */
  readonly revertDrift?: boolean;
}

interface ExecuteOptions {
  readonly clientRequestToken: string;
  /** The same as when the change set was made: AWS takes only one of OnStackFailure and DisableRollback. */
  readonly deleteOnFailure: boolean;
}

/**
 * CloudFormation. Every method takes a stack's name or, after creation, its id (ARN): a deleted stack keeps answering
 * to its id.
 */
export interface Stacks {
  /** undefined where no such stack exists, or where it is DELETE_COMPLETE and named by name. */
  describe(stack: string): Promise<StackView | undefined>;
  /** All stacks of the account and region that are not deleted. */
  list(): Promise<readonly StackView[]>;
  resources(stack: string): Promise<readonly StackResourceView[]>;
  template(stack: string): Promise<string>;
  createChangeSet(request: ChangeSetRequest): Promise<CreatedChangeSet>;
  /** Describes a change set by its ARN; undefined where it does not exist, or no longer exists. */
  describeChangeSet(changeSet: string): Promise<ChangeSetView | undefined>;
  changeSetValidationErrors(changeSet: string): Promise<readonly ValidationErrorView[]>;
  /** The stack's change sets whose names start with `prefix`. */
  changeSets(stack: string, prefix: string): Promise<readonly ChangeSetSummary[]>;
  /**
   * By ARN. Resources roll back when it fails, unless the change set was made with `deleteOnFailure`. False where it
   * can be executed no more, since the stack has changed meanwhile.
   */
  executeChangeSet(changeSet: string, options: ExecuteOptions): Promise<boolean>;
  /** Deletes a change set by its ARN; it is no error if it no longer exists. */
  deleteChangeSet(changeSet: string): Promise<void>;
  /** Begins to compare the stack's resources with its template; the detection's id, or why there is none. */
  detectDrift(stack: string): Promise<{ readonly id: string } | { readonly refusal: string }>;
  driftDetection(id: string): Promise<DriftDetectionView>;
  /** What the last detection found changed or deleted. */
  driftedResources(stack: string): Promise<readonly DriftedResourceView[]>;
  /** Events of the newest operation, which was started with this token; oldest first, empty before its first event. */
  operationEvents(stack: string, clientRequestToken: string): Promise<readonly StackEventView[]>;
  delete(stack: string, clientRequestToken: string): Promise<void>;
  continueUpdateRollback(stack: string, clientRequestToken: string): Promise<void>;
}
