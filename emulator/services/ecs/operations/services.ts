import type {
  DeleteServiceRequest,
  DeleteServiceResponse,
  DescribeServicesRequest,
  DescribeServicesResponse,
  ListServicesRequest,
  ListServicesResponse,
} from '../../../shapes/ecs.d.ts';
import { lastPart, serviceArn } from '../arns.ts';
import type { Ecs } from '../context.ts';
import { activeCluster, knownService } from '../lookups.ts';
import { limitedPage } from '../pages.ts';
import { invalidParameter, serviceNotActive } from '../refusals.ts';
import { viewService } from '../services/view.ts';

export function serviceOperations({ world, state }: Ecs) {
  const DescribeServices = (input: DescribeServicesRequest): DescribeServicesResponse => {
    const cluster = activeCluster(state, input.cluster);
    if (input.services.length === 0) throw invalidParameter('Services cannot be empty.');
    if (input.services.length > 10) throw invalidParameter('Services cannot have more than 10 elements.');
    const options = { now: world.clock.now(), withTags: input.include?.includes('TAGS') ?? false };
    const services = [];
    const failures = [];
    for (const reference of input.services) {
      const service = cluster.services.get(lastPart(reference));
      if (service) services.push(viewService(state, cluster, service, options));
      else failures.push({ arn: serviceArn(world, cluster.name, lastPart(reference)), reason: 'MISSING' });
    }
    return { services, failures };
  };

  const ListServices = (input: ListServicesRequest): ListServicesResponse => {
    const cluster = activeCluster(state, input.cluster);
    const arns = [...cluster.services.values()]
      .filter(
        ({ status, revisioned }) =>
          status !== 'INACTIVE' &&
          (input.launchType === undefined || input.launchType === revisioned.launchType) &&
          input.schedulingStrategy !== 'DAEMON' &&
          input.resourceManagementType !== 'ECS',
      )
      .map(({ arn }) => arn);
    const { items, nextToken } = limitedPage(arns, input, { standard: 10, most: 100 });
    return { serviceArns: items, nextToken };
  };

  /** The service drains; its loop makes it INACTIVE when its last task has stopped. */
  const DeleteService = (input: DeleteServiceRequest): DeleteServiceResponse => {
    const cluster = activeCluster(state, input.cluster);
    const service = knownService(cluster, input.service);
    if (service.status === 'INACTIVE') throw serviceNotActive();
    if (!input.force && service.desiredCount > 0)
      throw invalidParameter('The service cannot be stopped while it is scaled above 0.');
    service.status = 'DRAINING';
    service.desiredCount = 0;
    return { service: viewService(state, cluster, service, { now: world.clock.now(), withTags: true }) };
  };

  return { DescribeServices, ListServices, DeleteService };
}
