import type {
  ChangeSetView,
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
}

/** CloudFormation. Every method takes a stack's name or, after creation, its id (ARN): a deleted stack keeps answering to its id. */
export interface Stacks {
  /** undefined where no such stack exists, or where it is DELETE_COMPLETE and named by name. */
  describe(stack: string): Promise<StackView | undefined>;
  resources(stack: string): Promise<readonly StackResourceView[]>;
  template(stack: string): Promise<string>;
  /** Returns the change set's ARN. */
  createChangeSet(request: ChangeSetRequest): Promise<string>;
  describeChangeSet(changeSet: string): Promise<ChangeSetView>;
  changeSetValidationErrors(changeSet: string): Promise<readonly ValidationErrorView[]>;
  /** Names of the stack's change sets that start with `prefix`. */
  changeSetNames(stack: string, prefix: string): Promise<readonly string[]>;
  executeChangeSet(
    changeSet: string,
    options: { readonly clientRequestToken: string; readonly deleteOnFailure: boolean },
  ): Promise<void>;
  deleteChangeSet(changeSet: string, stack: string): Promise<void>;
  /** Events after `since` (ms since the epoch), oldest first. */
  events(stack: string, since: number): Promise<readonly StackEventView[]>;
  delete(
    stack: string,
    options?: { readonly retain?: readonly string[]; readonly force?: boolean; readonly clientRequestToken?: string },
  ): Promise<void>;
  continueUpdateRollback(stack: string, clientRequestToken: string): Promise<void>;
}
