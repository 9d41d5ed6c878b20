import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';
import { serviceName } from './resources.ts';

export interface ServiceView {
  readonly desiredCount: number;
  readonly runningCount: number;
  /** A deployment is in progress: AWS scales out then, but not in. */
  readonly isDeploying: boolean;
}

interface Described {
  readonly services?: readonly {
    readonly status?: string;
    readonly desiredCount?: number;
    readonly runningCount?: number;
    readonly deployments?: readonly { readonly rolloutState?: string }[];
  }[];
}

/** undefined where ECS has no such service, or it is on its way out. */
export async function describeService(world: World, resourceId: string): Promise<ServiceView | undefined> {
  const { cluster, service } = serviceName(resourceId);
  const { services } = await world
    .call<Described>('ecs', 'DescribeServices', { cluster, services: [service] })
    .catch((error: unknown): Described => {
      if (error instanceof AwsError && error.code === 'ClusterNotFoundException') return {};
      throw error;
    });
  const [found] = services ?? [];
  if (found?.status !== 'ACTIVE') return undefined;
  return {
    desiredCount: found.desiredCount ?? 0,
    runningCount: found.runningCount ?? 0,
    isDeploying: (found.deployments ?? []).some(({ rolloutState }) => rolloutState === 'IN_PROGRESS'),
  };
}

export async function setDesiredCount(world: World, resourceId: string, desiredCount: number): Promise<void> {
  await world.call('ecs', 'UpdateService', { ...serviceName(resourceId), desiredCount });
}
