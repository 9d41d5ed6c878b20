export interface InstanceGroupView {
  readonly name: string;
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity: number;
  /** Version of the launch template that new instances get; undefined where the group has none. */
  readonly launchTemplateVersion: string | undefined;
  readonly instances: readonly {
    readonly id: string;
    readonly lifecycleState: string;
    readonly protectedFromScaleIn: boolean;
    /** Version that the instance was launched with. */
    readonly launchTemplateVersion: string | undefined;
  }[];
}

export interface InstanceRefreshView {
  readonly id: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly percentageComplete: number;
  readonly instancesToUpdate: number;
}
