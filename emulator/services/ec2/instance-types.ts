import { AwsError } from '../../core/errors.ts';
import type {
  DescribeInstanceTypeOfferingsRequest,
  DescribeInstanceTypeOfferingsResult,
  DescribeInstanceTypesRequest,
  DescribeInstanceTypesResult,
  InstanceTypeInfo,
} from '../../shapes/ec2.d.ts';
import { applyFilters } from './filters.ts';
import type { InstanceType } from './instance-type-table.ts';
import { INSTANCE_TYPES } from './instance-type-table.ts';
import { page } from './pages.ts';
import type { Ec2 } from './state.ts';

type Name = NonNullable<InstanceTypeInfo['InstanceType']>;

/** A type that the table knows. One that AWS has and the table lacks is refused like one that the zone lacks. */
export function requestedType(name: string): InstanceType {
  const type = INSTANCE_TYPES.get(name);
  if (type) return type;
  throw new AwsError(
    'Unsupported',
    `The requested configuration is currently not supported. This emulator knows no instance type ${name}; DescribeInstanceTypes lists those that it knows.`,
  );
}

/** Of one instance, its primary one included. */
export const mostInterfaces = ({ world }: Ec2, { maxInterfaces }: InstanceType): number =>
  world.sabotage.has('no-interface') ? Number.MAX_SAFE_INTEGER : maxInterfaces;

function view(ec2: Ec2, type: InstanceType): InstanceTypeInfo {
  const { name, vcpus, memoryMib, architecture, hypervisor, burstable } = type;
  const threads = architecture === 'arm64' || vcpus === 1 ? 1 : 2;
  return {
    InstanceType: name as Name,
    CurrentGeneration: true,
    FreeTierEligible: name === 't2.micro' || name === 't3.micro',
    SupportedUsageClasses: ['on-demand'],
    SupportedRootDeviceTypes: ['ebs'],
    SupportedVirtualizationTypes: ['hvm'],
    BareMetal: false,
    Hypervisor: hypervisor,
    ProcessorInfo: { SupportedArchitectures: [architecture] },
    VCpuInfo: { DefaultVCpus: vcpus, DefaultCores: vcpus / threads, DefaultThreadsPerCore: threads },
    MemoryInfo: { SizeInMiB: memoryMib },
    InstanceStorageSupported: false,
    NetworkInfo: {
      MaximumNetworkInterfaces: mostInterfaces(ec2, type),
      EnaSupport: hypervisor === 'nitro' ? 'required' : 'unsupported',
    },
    BurstablePerformanceSupported: burstable,
  };
}

export function instanceTypeOperations(ec2: Ec2) {
  return {
    DescribeInstanceTypes: (input: DescribeInstanceTypesRequest): DescribeInstanceTypesResult => {
      const absent = (input.InstanceTypes ?? []).filter((name) => !INSTANCE_TYPES.has(name));
      if (absent.length > 0)
        throw new AwsError(
          'InvalidInstanceType',
          `The following supplied instance types do not exist: [${absent.join(', ')}]`,
        );
      const chosen = input.InstanceTypes?.length
        ? input.InstanceTypes.map(requestedType)
        : [...INSTANCE_TYPES.values()];
      const found = applyFilters(chosen, {
        filters: input.Filters,
        table: {
          'burstable-performance-supported': ({ burstable }) => burstable,
          'current-generation': () => true,
          hypervisor: ({ hypervisor }) => hypervisor,
          'instance-type': ({ name }) => name,
          'memory-info.size-in-mib': ({ memoryMib }) => memoryMib,
          'processor-info.supported-architecture': ({ architecture }) => architecture,
          'vcpu-info.default-vcpus': ({ vcpus }) => vcpus,
        },
        tags: () => new Map(),
      });
      const { items, nextToken } = page(found, { ...input, MaxResults: input.MaxResults ?? 100 });
      return { InstanceTypes: items.map((type) => view(ec2, type)), NextToken: nextToken };
    },

    DescribeInstanceTypeOfferings: (
      input: DescribeInstanceTypeOfferingsRequest,
    ): DescribeInstanceTypeOfferingsResult => {
      const LocationType = input.LocationType ?? 'region';
      const locations: Readonly<Record<typeof LocationType, readonly string[]>> = {
        region: [ec2.world.region],
        'availability-zone': ec2.zones.map(({ name }) => name),
        'availability-zone-id': ec2.zones.map(({ id }) => id),
        outpost: [],
      };
      const offerings = [...INSTANCE_TYPES.keys()].flatMap((name) =>
        locations[LocationType].map((Location) => ({ InstanceType: name as Name, LocationType, Location })),
      );
      const found = applyFilters(offerings, {
        filters: input.Filters,
        table: { 'instance-type': ({ InstanceType }) => InstanceType, location: ({ Location }) => Location },
        tags: () => new Map(),
      });
      const { items, nextToken } = page(found, input);
      return { InstanceTypeOfferings: items, NextToken: nextToken };
    },
  };
}
