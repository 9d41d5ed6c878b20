import type { Attribute, Tag, VersionInfo } from '../../../shapes/ecs.d.ts';

/** A container instance. What remains of its resources follows from the tasks on it. */
export interface InstanceRecord {
  readonly id: string;
  readonly arn: string;
  readonly clusterName: string;
  readonly ec2InstanceId: string;
  /** The Auto Scaling group that it belongs to, by which it belongs to a capacity provider. */
  readonly autoScalingGroupName: string | undefined;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  agentConnected: boolean;
  readonly registered: InstanceResources;
  readonly attributes: readonly Attribute[];
  readonly versionInfo: VersionInfo;
  readonly registeredAt: number;
  tags: readonly Tag[];
  version: number;
  /** The agent's ECS_CONTAINER_STOP_TIMEOUT, for containers that have none of their own. */
  stopTimeoutMs: number;
  /** Images that are there: of one that is pulled for the first time no layer is. */
  readonly images: Set<string>;
  /** Where the next dynamic host port is looked for. */
  nextPort: number;
}

export interface InstanceResources {
  readonly cpu: number;
  readonly memory: number;
  /** Host ports that tasks cannot have. */
  readonly reservedPorts: readonly number[];
  /** Network interfaces that tasks can have: those of the instance type less the primary one. */
  readonly interfaces: number;
}
