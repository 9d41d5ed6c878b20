import { describe, expect, test } from '@jest/globals';
import { aCluster } from '../../../tests/builders/cluster.ts';
import type { Networks, SubnetView } from '../../ports/networks.ts';
import { resolveNetwork } from './network.ts';

const subnet = (id: string, zone: string, overrides: Partial<SubnetView> = {}): SubnetView => ({
  id,
  vpcId: 'vpc-1',
  availabilityZone: zone,
  isDefaultForZone: true,
  ...overrides,
});
const THREE = [subnet('subnet-c', 'c'), subnet('subnet-a', 'a'), subnet('subnet-x', 'a', { isDefaultForZone: false })];

function networks(vpcId: string | undefined, subnets: readonly SubnetView[]): Networks {
  return {
    defaultVpcId: async () => vpcId,
    subnets: async (filter) =>
      'vpcId' in filter ? subnets : subnets.filter(({ id }) => filter.subnetIds.includes(id)),
  };
}

const inDefault = (availabilityZones?: readonly string[]) =>
  aCluster({ network: { kind: 'default', availabilityZones } });
const inExisting = (subnetIds: readonly string[], instanceSubnetIds?: readonly string[]) =>
  aCluster({ network: { kind: 'existing', vpcId: 'vpc-1', subnetIds, instanceSubnetIds } });

describe('the network of a cluster', () => {
  test('is the default subnets of the default VPC, in the order of their ids', async () => {
    const found = await resolveNetwork(inDefault(), networks('vpc-1', THREE));
    const subnetIds = ['subnet-a', 'subnet-c'];
    expect(found).toEqual({ vpcId: 'vpc-1', subnetIds, instanceSubnetIds: subnetIds });
  });

  test('is what config names, with subnets of their own for instances', async () => {
    const found = await resolveNetwork(inExisting(['subnet-c', 'subnet-a'], ['subnet-x']), networks(undefined, THREE));
    expect(found).toEqual({ vpcId: 'vpc-1', subnetIds: ['subnet-a', 'subnet-c'], instanceSubnetIds: ['subnet-x'] });
  });

  test('is not looked for where the stack creates it', async () => {
    const network = { kind: 'created', cidrBlock: '10.0.0.0/16', availabilityZones: undefined } as const;
    expect(await resolveNetwork(aCluster({ network }), networks(undefined, []))).toBeUndefined();
  });

  test.each([
    ['there is no default VPC', inDefault(), networks(undefined, []), /no default VPC/],
    ['a zone has no default subnet', inDefault(['a', 'd']), networks('vpc-1', THREE), /no default subnet in d/],
    ['there is one zone only', inDefault(['a']), networks('vpc-1', THREE), /subnets are in a/],
    [
      'two subnets share a zone',
      inExisting(['subnet-a', 'subnet-c', 'subnet-x']),
      networks(undefined, THREE),
      /same zone/,
    ],
    [
      'a subnet is in another VPC',
      inExisting(['subnet-a', 'subnet-o']),
      networks(undefined, [...THREE, subnet('subnet-o', 'b', { vpcId: 'vpc-2' })]),
      /subnet-o is not in vpc-1/,
    ],
  ])('is unsuitable where %s', async (_case, cluster, port, message) => {
    const refusal = { code: 'NETWORK_UNSUITABLE', message: expect.stringMatching(message) };
    await expect(resolveNetwork(cluster, port)).rejects.toMatchObject(refusal);
  });
});
