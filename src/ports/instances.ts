import type { InstanceGroupView, InstanceRefreshView } from '../model/instance-views.ts';
import type { ContainerInstanceView } from '../model/service-views.ts';

/** The instances of a cluster: their Auto Scaling group and what ECS knows of them. */
export interface Instances {
  group(name: string): Promise<InstanceGroupView | undefined>;
  /** Lists the container instances; none where there is no such cluster. */
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
