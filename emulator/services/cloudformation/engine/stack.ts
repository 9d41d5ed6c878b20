import type {
  CreateStackInput,
  OperationEntry,
  OperationEvent,
  Output,
  RollbackConfiguration,
  StackEvent,
  Stack as StackShape,
  Tag,
} from '../../../shapes/cloudformation.d.ts';
import type { ChangeSet } from '../changeset/change-set.ts';
import type { DriftDetection, StackDrift } from '../drift/stack-drift.ts';
import type { Json, JsonObject } from '../template/json.ts';
import type { ParameterValues } from '../template/parameters.ts';
import type { RemovalPolicy, Template } from '../template/template.ts';
import type { Control } from './control.ts';

export type StackStatus = StackShape['StackStatus'];
export type ResourceStatus = NonNullable<StackEvent['ResourceStatus']>;
export type Capabilities = NonNullable<CreateStackInput['Capabilities']>;
export type OperationType = NonNullable<OperationEntry['OperationType']>;

/** All that decides what a stack's resources are like. */
export interface Deployment {
  readonly template: Template;
  readonly parameters: ParameterValues;
  readonly tags: readonly Tag[];
  readonly notificationArns: readonly string[];
}

export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  /** '' until the service has made the resource. */
  physicalId: string;
  status: ResourceStatus;
  reason: string | undefined;
  timestamp: number;
  /** As evaluated from the template, dynamic references unresolved: what a later version is compared with. */
  properties: JsonObject;
  /** As passed to the service: typed, tags merged, dynamic references resolved. */
  applied: JsonObject;
  /** What Ref and Fn::GetAtt read. */
  ref: string;
  attributes: JsonObject;
  metadata: Json | undefined;
  deletionPolicy: RemovalPolicy;
  updateReplacePolicy: RemovalPolicy;
  updatePolicy: JsonObject | undefined;
  dependsOn: readonly string[];
  /** An update of it failed or was cancelled: nobody knows which properties it has. */
  uncertain: boolean;
  /** Made since the stack was last stable: a rollback deletes it. */
  fresh: boolean;
}

/** A drifted resource before an update: what the last deployment made it, and what it was by then. */
export interface Predrift {
  readonly deployed: StackResource;
  /** Undefined where it was gone. */
  readonly live: StackResource | undefined;
}

export interface Operation {
  readonly id: string;
  readonly type: OperationType;
  readonly token: string | undefined;
  readonly startTime: number;
  readonly control: Control;
}

export interface StackExport {
  readonly name: string;
  readonly value: string;
}

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly creationTime: number;
  status: StackStatus;
  reason: string | undefined;
  lastUpdatedTime: number | undefined;
  deletionTime: number | undefined;
  detailedStatus: StackShape['DetailedStatus'];
  /** The deployment that the stack shows as its own; undefined before the first operation. */
  deployment: Deployment | undefined;
  /** The last deployment that went through as a whole: what a rollback returns to. */
  stable: Deployment | undefined;
  description: string | undefined;
  capabilities: Capabilities | undefined;
  roleArn: string | undefined;
  rollbackConfiguration: RollbackConfiguration;
  disableRollback: boolean;
  retainExceptOnCreate: boolean;
  deletionMode: StackShape['DeletionMode'];
  timeoutInMinutes: number | undefined;
  terminationProtection: boolean;
  changeSetId: string | undefined;
  outputs: readonly Output[];
  exports: readonly StackExport[];
  /** Names of other stacks' exports that this one reads. */
  imports: ReadonlySet<string>;
  readonly resources: Map<string, StackResource>;
  /** Predecessors of resources replaced in the operation under way, by logical id. */
  readonly displaced: Map<string, StackResource>;
  /** What a drift-aware update found of the resources that it changes: what its rollback returns to. */
  readonly predrift: Map<string, Predrift>;
  /** What a failed replacement or a rollback left over: deleted in the next clean-up. */
  garbage: StackResource[];
  readonly changeSets: Map<string, ChangeSet>;
  drift: StackDrift;
  /** By the ids that DetectStackDrift answered. */
  readonly driftDetections: Map<string, DriftDetection>;
  readonly events: StackEvent[];
  readonly operationEvents: OperationEvent[];
  readonly lastOperations: Map<OperationType, string>;
  operation: Operation | undefined;
  /** Ends when the operation under way has ended. */
  settled: Promise<void>;
}
