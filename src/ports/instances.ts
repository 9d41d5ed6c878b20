import type { ContainerInstanceView } from '../model/service-views.ts';

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

/** The instances of a cluster: their Auto Scaling group and what ECS knows of them. */
export interface Instances {
  group(name: string): Promise<InstanceGroupView | undefined>;
  /** Empty where there is no such cluster. */
  containerInstances(cluster: string): Promise<readonly ContainerInstanceView[]>;
  /** Sizes of the group; for destroy: 0/0. */
  resize(name: string, sizes: { readonly minSize: number; readonly desiredCapacity: number }): Promise<void>;
  removeProtection(name: string, instanceIds: readonly string[]): Promise<void>;
  /**
   * Replaces instances of other versions one by one: a new one first, then the old one drains and goes. Returns its id.
   */
  startRefresh(name: string): Promise<string>;
  refresh(name: string, id: string): Promise<InstanceRefreshView | undefined>;
  /** Refreshes that are not over. */
  activeRefresh(name: string): Promise<InstanceRefreshView | undefined>;
}
