import type {
  Attachment,
  AutoScalingGroupProvider,
  CapacityProvider,
  CapacityProviderStrategyItem,
  ClusterConfiguration,
  ClusterServiceConnectDefaults,
  ClusterSetting,
  ServiceRevision,
  Tag,
  TaskDefinition,
} from '../../shapes/ecs.d.ts';
import type { InstanceRecord } from './agent/record.ts';
import type { ServiceDeploymentRecord } from './deployments/record.ts';
import type { ServiceRecord } from './scheduler/record.ts';
import type { TaskRecord } from './tasks/record.ts';

/** All that the control plane knows. Records are changed in place, each kind by its own folder only. */
export interface EcsState {
  /** By name; a deleted cluster stays visible as INACTIVE. */
  readonly clusters: Map<string, ClusterRecord>;
  /** By family; the position is the revision less one, and a deleted revision's place stays empty. */
  readonly families: Map<string, (TaskDefinitionRecord | undefined)[]>;
  readonly capacityProviders: Map<string, CapacityProviderRecord>;
  /** By ARN. */
  readonly serviceDeployments: Map<string, ServiceDeploymentRecord>;
  /** By ARN. */
  readonly serviceRevisions: Map<string, ServiceRevision>;
}

export interface ClusterRecord {
  readonly name: string;
  readonly arn: string;
  status: 'ACTIVE' | 'DEPROVISIONING' | 'INACTIVE';
  settings: readonly ClusterSetting[];
  configuration: ClusterConfiguration | undefined;
  serviceConnectDefaults: ClusterServiceConnectDefaults | undefined;
  capacityProviders: readonly string[];
  defaultCapacityProviderStrategy: readonly CapacityProviderStrategyItem[];
  attachments: readonly Attachment[];
  attachmentsStatus: 'UPDATE_IN_PROGRESS' | 'UPDATE_COMPLETE' | 'UPDATE_FAILED' | undefined;
  tags: readonly Tag[];
  /** By name. */
  readonly services: Map<string, ServiceRecord>;
  /** By id; a stopped task stays visible for a while. */
  readonly tasks: Map<string, TaskRecord>;
  /** By id. */
  readonly instances: Map<string, InstanceRecord>;
}

export interface TaskDefinitionRecord {
  definition: TaskDefinition & TaskDefinitionIdentity;
  tags: readonly Tag[];
}

interface TaskDefinitionIdentity {
  readonly taskDefinitionArn: string;
  readonly family: string;
  readonly revision: number;
  readonly containerDefinitions: NonNullable<TaskDefinition['containerDefinitions']>;
}

export interface CapacityProviderRecord {
  readonly name: string;
  readonly arn: string;
  status: NonNullable<CapacityProvider['status']>;
  updateStatus: CapacityProvider['updateStatus'];
  provider: FilledProvider;
  readonly autoScalingGroupName: string;
  tags: readonly Tag[];
}

/** With AWS's defaults filled in. */
export type FilledProvider = {
  readonly [Key in keyof AutoScalingGroupProvider]-?: NonNullable<AutoScalingGroupProvider[Key]>;
};

export const emptyState = (): EcsState => ({
  clusters: new Map(),
  families: new Map(),
  capacityProviders: new Map(),
  serviceDeployments: new Map(),
  serviceRevisions: new Map(),
});
