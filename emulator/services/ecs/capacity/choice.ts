import type { CapacityProviderStrategyItem, RunTaskRequest } from '../../../shapes/ecs.d.ts';
import { invalidParameter, unsupported } from '../refusals.ts';
import type { ClusterRecord } from '../state.ts';
import { fillItem } from './association.ts';
import { checkStrategy } from './strategy.ts';

export interface Capacity {
  readonly launchType: 'EC2' | undefined;
  readonly capacityProviderStrategy: readonly CapacityProviderStrategyItem[] | undefined;
}

/** What a request says, else the cluster's default strategy, else the launch type EC2. */
export function chooseCapacity(
  cluster: ClusterRecord,
  { launchType, capacityProviderStrategy }: Pick<RunTaskRequest, 'launchType' | 'capacityProviderStrategy'>,
): Capacity {
  if (launchType !== undefined && capacityProviderStrategy?.length)
    throw invalidParameter(
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    );
  if (launchType !== undefined && launchType !== 'EC2')
    throw unsupported(`This emulator runs tasks with the launch type EC2, not ${launchType}.`);
  if (launchType === 'EC2') return { launchType, capacityProviderStrategy: undefined };
  const strategy = capacityProviderStrategy?.length
    ? capacityProviderStrategy
    : cluster.defaultCapacityProviderStrategy;
  if (strategy.length === 0) return { launchType: 'EC2', capacityProviderStrategy: undefined };
  checkStrategy(strategy, cluster.capacityProviders);
  return { launchType: undefined, capacityProviderStrategy: strategy.map(fillItem) };
}
