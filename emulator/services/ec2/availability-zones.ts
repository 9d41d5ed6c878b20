import type {
  AvailabilityZone,
  DescribeAvailabilityZonesRequest,
  DescribeAvailabilityZonesResult,
  DescribeRegionsRequest,
  DescribeRegionsResult,
} from '../../shapes/ec2.d.ts';
import { invalidValue } from './errors.ts';
import { applyFilters } from './filters.ts';
import type { Ec2 } from './state.ts';
import type { Zone } from './zones.ts';

const NO_TAGS: ReadonlyMap<string, string> = new Map();

export function availabilityZoneOperations({ world, zones }: Ec2) {
  const { region } = world;
  const view = ({ name, id }: Zone): AvailabilityZone => ({
    State: 'available',
    OptInStatus: 'opt-in-not-required',
    Messages: [],
    RegionName: region,
    ZoneName: name,
    ZoneId: id,
    GroupName: `${region}-zg-1`,
    NetworkBorderGroup: region,
    ZoneType: 'availability-zone',
  });

  return {
    DescribeAvailabilityZones: (input: DescribeAvailabilityZonesRequest): DescribeAvailabilityZonesResult => {
      const wanted = [...(input.ZoneNames ?? []), ...(input.ZoneIds ?? [])];
      const unknown = wanted.find((text) => !zones.some(({ name, id }) => name === text || id === text));
      if (unknown !== undefined) throw invalidValue(`Invalid availability zone: [${unknown}]`);
      const chosen = zones.filter(
        ({ name, id }) => wanted.length === 0 || wanted.includes(name) || wanted.includes(id),
      );
      const found = applyFilters(chosen, {
        filters: input.Filters,
        table: {
          'group-name': () => `${region}-zg-1`,
          'opt-in-status': () => 'opt-in-not-required',
          'region-name': () => region,
          state: () => 'available',
          'zone-id': ({ id }) => id,
          'zone-name': ({ name }) => name,
          'zone-type': () => 'availability-zone',
        },
        tags: () => NO_TAGS,
      });
      return { AvailabilityZones: found.map(view) };
    },

    /** The emulated account lives in one region and knows no other. */
    DescribeRegions: ({ RegionNames, Filters }: DescribeRegionsRequest): DescribeRegionsResult => {
      const unknown = RegionNames?.find((name) => name !== region);
      if (unknown !== undefined) throw invalidValue(`Invalid region name: ${unknown}`);
      const found = applyFilters([region], {
        filters: Filters,
        table: {
          'region-name': (name) => name,
          endpoint: (name) => `ec2.${name}.amazonaws.com`,
          'opt-in-status': () => 'opt-in-not-required',
        },
        tags: () => NO_TAGS,
      });
      return {
        Regions: found.map((RegionName) => ({
          RegionName,
          Endpoint: `ec2.${RegionName}.amazonaws.com`,
          OptInStatus: 'opt-in-not-required',
        })),
      };
    },
  };
}
