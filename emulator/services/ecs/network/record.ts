/** Where the tasks of network mode awsvpc get their network interfaces. */
export interface TaskNetwork {
  readonly vpcId: string;
  readonly subnets: readonly { readonly id: string; readonly zone: string }[];
  /** None: the VPC's default group. */
  readonly securityGroups: readonly string[];
}

/** A task's own network interface, as DescribeTasks shows it among the attachments. */
export interface TaskInterface {
  /** The id of ECS's attachment; EC2's has its own. */
  readonly attachmentId: string;
  status: 'PRECREATED' | 'ATTACHING' | 'ATTACHED' | 'DETACHING' | 'DELETED';
  /** From placement on. */
  subnetId: string | undefined;
  /** Where on the instance, held from placement on, since others are attached at the same time. */
  deviceIndex: number | undefined;
  created: CreatedInterface | undefined;
}

export interface CreatedInterface {
  readonly id: string;
  readonly vpcId: string;
  readonly macAddress: string;
  readonly privateIp: string;
  readonly privateName: string;
  /** EC2's attachment, once it is made. */
  ec2AttachmentId: string | undefined;
}
