import type {
  DescribeContainerInstancesRequest,
  DescribeContainerInstancesResponse,
  ListContainerInstancesRequest,
  ListContainerInstancesResponse,
} from '../../../shapes/ecs.d.ts';
import { containerInstanceArn, lastPart } from '../arns.ts';
import type { Ecs } from '../context.ts';
import { activeCluster } from '../lookups.ts';
import { limitedPage } from '../pages.ts';
import { candidateOf, tasksOn } from '../placement/candidate.ts';
import { parseQuery } from '../placement/query.ts';
import { invalidParameter } from '../refusals.ts';
import { viewInstance } from './container-instance-view.ts';

export function containerInstanceReadOperations({ world, state }: Ecs) {
  const DescribeContainerInstances = (input: DescribeContainerInstancesRequest): DescribeContainerInstancesResponse => {
    const cluster = activeCluster(state, input.cluster);
    if (input.containerInstances.length === 0) throw invalidParameter('Container instances cannot be empty.');
    if (input.containerInstances.length > 100) throw invalidParameter('containerInstances can have at most 100 items.');
    const withTags = input.include?.includes('TAGS') ?? false;
    const containerInstances = [];
    const failures = [];
    for (const reference of input.containerInstances) {
      const instance = cluster.instances.get(lastPart(reference));
      if (instance) containerInstances.push(viewInstance(state, cluster, instance, withTags));
      else failures.push({ arn: containerInstanceArn(world, cluster.name, lastPart(reference)), reason: 'MISSING' });
    }
    return { containerInstances, failures };
  };

  const ListContainerInstances = (input: ListContainerInstancesRequest): ListContainerInstancesResponse => {
    const cluster = activeCluster(state, input.cluster);
    const matches = input.filter ? parseQuery(input.filter) : () => true;
    const arns = [...cluster.instances.values()]
      .filter((instance) => input.status === undefined || instance.status === input.status)
      .filter((instance) => matches(candidateOf(instance, tasksOn(cluster, instance))))
      .map(({ arn }) => arn);
    const { items, nextToken } = limitedPage(arns, input, { standard: 100, most: 100 });
    return { containerInstanceArns: items, nextToken };
  };

  return { DescribeContainerInstances, ListContainerInstances };
}
