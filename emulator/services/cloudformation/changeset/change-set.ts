import type {
  CreateChangeSetInput,
  DescribeChangeSetOutput,
  RollbackConfiguration,
  Tag,
} from '../../../shapes/cloudformation.d.ts';
import type { Capabilities, Deployment } from '../engine/stack.ts';
import type { ResourceDiff } from './diff.ts';

export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly creationTime: number;
  readonly description: string | undefined;
  readonly token: string | undefined;
  readonly operationId: string;
  readonly deployment: Deployment;
  readonly tags: readonly Tag[] | undefined;
  readonly capabilities: Capabilities;
  readonly roleArn: string | undefined;
  readonly rollbackConfiguration: RollbackConfiguration;
  /** DeploymentConfig's, which an execution without a wish of its own inherits. */
  readonly disableRollback: boolean | undefined;
  readonly includeNestedStacks: boolean;
  readonly importExistingResources: boolean;
  readonly deploymentMode: CreateChangeSetInput['DeploymentMode'];
  readonly onStackFailure: CreateChangeSetInput['OnStackFailure'];
  status: NonNullable<DescribeChangeSetOutput['Status']>;
  statusReason: string | undefined;
  executionStatus: NonNullable<DescribeChangeSetOutput['ExecutionStatus']>;
  changes: readonly ResourceDiff[];
  /** Of a drift-aware change set, once it is worked out. */
  driftStatus: DescribeChangeSetOutput['StackDriftStatus'];
}
