import type {
  CapacityProvider,
  DescribeCapacityProvidersRequest,
  DescribeCapacityProvidersResponse,
} from '../../../shapes/ecs.d.ts';
import { capacityProviderArn } from '../arns.ts';
import type { Ecs } from '../context.ts';
import { limitedPage } from '../pages.ts';
import type { CapacityProviderRecord } from '../state.ts';

export function viewCapacityProvider(record: CapacityProviderRecord, withTags: boolean): CapacityProvider {
  return {
    capacityProviderArn: record.arn,
    name: record.name,
    status: record.status,
    updateStatus: record.updateStatus,
    autoScalingGroupProvider: record.provider,
    type: 'EC2_AUTOSCALING',
    tags: withTags ? [...record.tags] : [],
  };
}

export function capacityProviderReadOperations({ world, state }: Ecs) {
  /** Every account has these two; clusters of this emulator cannot use them. */
  const fargate: CapacityProvider[] = (['FARGATE', 'FARGATE_SPOT'] as const).map((name) => ({
    capacityProviderArn: capacityProviderArn(world, name),
    name,
    status: 'ACTIVE',
    type: name,
    tags: [],
  }));

  const DescribeCapacityProviders = (input: DescribeCapacityProvidersRequest): DescribeCapacityProvidersResponse => {
    const withTags = input.include?.includes('TAGS') ?? false;
    const known = [...state.capacityProviders.values()].map((record) => viewCapacityProvider(record, withTags));
    const all = [...fargate, ...known];
    if (!input.capacityProviders?.length) {
      const { items, nextToken } = limitedPage(all, input, { standard: 10, most: 10 });
      return { capacityProviders: items, failures: [], nextToken };
    }
    const names = input.capacityProviders.map((reference) => reference.split('/').at(-1) ?? reference);
    const found = names.flatMap((name) => all.find((one) => one.name === name) ?? []);
    const failures = names
      .filter((name) => !all.some((one) => one.name === name))
      .map((name) => ({ arn: capacityProviderArn(world, name), reason: 'MISSING' }));
    return { capacityProviders: found, failures };
  };

  return { DescribeCapacityProviders };
}
