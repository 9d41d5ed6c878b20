import type { ServiceView } from '../../model/service-views.ts';
import type { Services } from '../../ports/services.ts';

/** undefined where ECS does not know the service. */
export async function readService(
  services: Pick<Services, 'describe'>,
  cluster: string,
  name: string,
): Promise<ServiceView | undefined> {
  const [service] = await services.describe(cluster, [name]);
  return service;
}

/** All services of the cluster. */
export async function readLiveServices(
  services: Pick<Services, 'list' | 'describe'>,
  cluster: string,
): Promise<readonly ServiceView[]> {
  const names = await services.list(cluster);
  const described = names.length > 0 ? await services.describe(cluster, names) : [];
  return described.filter((service) => service !== undefined);
}
