import type {
  DescribeClustersRequest,
  DescribeClustersResponse,
  ListClustersRequest,
  ListClustersResponse,
} from '../../../shapes/ecs.d.ts';
import { clusterArn, lastPart } from '../arns.ts';
import type { Ecs } from '../context.ts';
import { limitedPage } from '../pages.ts';
import { invalidParameter } from '../refusals.ts';
import { viewCluster } from './cluster-view.ts';

export function clusterReadOperations({ world, state }: Ecs) {
  const DescribeClusters = (input: DescribeClustersRequest): DescribeClustersResponse => {
    const references = input.clusters?.length ? input.clusters : ['default'];
    if (references.length > 100) throw invalidParameter('clusters can have at most 100 items.');
    const clusters = [];
    const failures = [];
    for (const reference of references) {
      const cluster = state.clusters.get(lastPart(reference));
      if (cluster) clusters.push(viewCluster(cluster, input.include ?? []));
      else failures.push({ arn: clusterArn(world, lastPart(reference)), reason: 'MISSING' });
    }
    return { clusters, failures };
  };

  const ListClusters = (input: ListClustersRequest): ListClustersResponse => {
    const arns = [...state.clusters.values()].filter(({ status }) => status !== 'INACTIVE').map(({ arn }) => arn);
    const { items, nextToken } = limitedPage(arns, input, { standard: 100, most: 100 });
    return { clusterArns: items, nextToken };
  };

  return { DescribeClusters, ListClusters };
}
