import { describe, expect, test } from '@jest/globals';
import type {
  CreateInternetGatewayResult,
  CreateRouteTableResult,
  CreateSubnetResult,
  CreateVpcResult,
  DescribeRouteTablesResult,
  DescribeSubnetsResult,
  DescribeVpcsResult,
} from '../../shapes/ec2.d.ts';
import { createEc2World } from './testing.ts';

const filter = (Name: string, ...Values: string[]) => ({ Name, Values });

describe('the default VPC', () => {
  test.each([
    ['ap-northeast-1', ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d']],
    ['eu-central-1', ['eu-central-1a', 'eu-central-1b', 'eu-central-1c']],
  ])('%s has one public default subnet per zone', async (region, zones) => {
    const { world } = createEc2World({ region });
    const { Vpcs } = await world.call<DescribeVpcsResult>('ec2', 'DescribeVpcs', {
      Filters: [filter('is-default', 'true')],
    });
    expect(Vpcs?.map(({ CidrBlock }) => CidrBlock)).toEqual(['172.31.0.0/16']);
    const { Subnets } = await world.call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', {
      Filters: [filter('vpc-id', Vpcs?.[0]?.VpcId ?? ''), filter('default-for-az', 'true')],
    });
    expect(Subnets?.map(({ AvailabilityZone }) => AvailabilityZone)).toEqual(zones);
    expect(Subnets?.map(({ CidrBlock }) => CidrBlock)).toEqual(['172.31.0.0/20', '172.31.16.0/20', '172.31.32.0/20']);
    expect(
      Subnets?.every(
        ({ MapPublicIpOnLaunch, AvailableIpAddressCount }) => MapPublicIpOnLaunch && AvailableIpAddressCount === 4091,
      ),
    ).toBe(true);
  });

  test('its main route table leads to the internet', async () => {
    const { world } = createEc2World();
    const { RouteTables } = await world.call<DescribeRouteTablesResult>('ec2', 'DescribeRouteTables', {
      Filters: [filter('association.main', 'true')],
    });
    const routes = RouteTables?.[0]?.Routes?.map(({ DestinationCidrBlock, State }) => [DestinationCidrBlock, State]);
    expect(routes).toEqual([
      ['172.31.0.0/16', 'active'],
      ['0.0.0.0/0', 'active'],
    ]);
  });
});

describe("a VPC of one's own", () => {
  const build = async () => {
    const { world, advance } = createEc2World();
    const ec2 = <Output = unknown>(operation: string, input: object) => world.call<Output>('ec2', operation, input);
    const { Vpc } = await ec2<CreateVpcResult>('CreateVpc', { CidrBlock: '10.0.0.0/16' });
    const VpcId = Vpc?.VpcId ?? '';
    const { Subnet } = await ec2<CreateSubnetResult>('CreateSubnet', { VpcId, CidrBlock: '10.0.0.0/24' });
    const { InternetGateway } = await ec2<CreateInternetGatewayResult>('CreateInternetGateway', {});
    const InternetGatewayId = InternetGateway?.InternetGatewayId ?? '';
    await ec2('AttachInternetGateway', { VpcId, InternetGatewayId });
    const { RouteTable } = await ec2<CreateRouteTableResult>('CreateRouteTable', { VpcId });
    const RouteTableId = RouteTable?.RouteTableId ?? '';
    return { ec2, advance, VpcId, SubnetId: Subnet?.SubnetId ?? '', InternetGatewayId, RouteTableId };
  };

  test('becomes available after a moment', async () => {
    const { ec2, advance, VpcId } = await build();
    const state = async () => (await ec2<DescribeVpcsResult>('DescribeVpcs', { VpcIds: [VpcId] })).Vpcs?.[0]?.State;
    expect(await state()).toBe('pending');
    await advance(5_000);
    expect(await state()).toBe('available');
  });

  test('is taken down in order only', async () => {
    const { ec2, VpcId, SubnetId, InternetGatewayId, RouteTableId } = await build();
    const { AssociationId } = await ec2<{ AssociationId: string }>('AssociateRouteTable', { RouteTableId, SubnetId });
    await ec2('CreateRoute', { RouteTableId, DestinationCidrBlock: '0.0.0.0/0', GatewayId: InternetGatewayId });
    await expect(ec2('DeleteVpc', { VpcId })).rejects.toThrow(
      `The vpc '${VpcId}' has dependencies and cannot be deleted.`,
    );
    await expect(ec2('DeleteRouteTable', { RouteTableId })).rejects.toThrow('has dependencies');
    await expect(ec2('DeleteInternetGateway', { InternetGatewayId })).rejects.toThrow('has dependencies');
    await ec2('DisassociateRouteTable', { AssociationId });
    await ec2('DeleteRouteTable', { RouteTableId });
    await ec2('DetachInternetGateway', { VpcId, InternetGatewayId });
    await ec2('DeleteInternetGateway', { InternetGatewayId });
    await ec2('DeleteSubnet', { SubnetId });
    await ec2('DeleteVpc', { VpcId });
    await expect(ec2('DescribeVpcs', { VpcIds: [VpcId] })).rejects.toMatchObject({
      code: 'InvalidVpcID.NotFound',
      message: `The vpc ID '${VpcId}' does not exist`,
    });
  });

  test('a route whose gateway was detached is a black hole', async () => {
    const { ec2, VpcId, InternetGatewayId, RouteTableId } = await build();
    await ec2('CreateRoute', { RouteTableId, DestinationCidrBlock: '0.0.0.0/0', GatewayId: InternetGatewayId });
    await ec2('DetachInternetGateway', { VpcId, InternetGatewayId });
    const { RouteTables } = await ec2<DescribeRouteTablesResult>('DescribeRouteTables', {
      RouteTableIds: [RouteTableId],
    });
    expect(RouteTables?.[0]?.Routes?.[1]?.State).toBe('blackhole');
  });

  test.each([
    ['CreateVpc', { CidrBlock: '10.0.0.0/8' }, 'InvalidVpc.Range'],
    ['CreateVpc', { CidrBlock: 'ten' }, 'InvalidParameterValue'],
    ['CreateVpc', { CidrBlock: '10.0.0.0/16', DryRun: true }, 'UnsupportedOperation'],
    ['DescribeVpcs', { Filters: [filter('colour', 'red')] }, 'InvalidParameterValue'],
    ['DescribeVpcs', { DryRun: true }, 'DryRunOperation'],
    ['DescribeSubnets', { SubnetIds: ['subnet-1'] }, 'InvalidSubnetID.NotFound'],
    ['DescribeSubnets', { SubnetIds: ['public-a'] }, 'InvalidSubnetID.Malformed'],
    ['DescribeSecurityGroups', { GroupIds: ['web'] }, 'InvalidGroupId.Malformed'],
    ['CreateDefaultVpc', {}, 'DefaultVpcAlreadyExists'],
  ])('%s %j is refused with %s', async (operation, input, code) => {
    const { ec2 } = await build();
    await expect(ec2(operation, input)).rejects.toMatchObject({ code });
  });

  test.each([
    [{ CidrBlock: '10.1.0.0/24' }, 'InvalidSubnet.Range'],
    [{ CidrBlock: '10.0.0.128/25' }, 'InvalidSubnet.Conflict'],
    [{ CidrBlock: '10.0.2.0/24', AvailabilityZone: 'ap-northeast-1b' }, 'InvalidParameterValue'],
  ])('a subnet %j is refused with %s', async (input, code) => {
    const { ec2, VpcId } = await build();
    await expect(ec2('CreateSubnet', { VpcId, ...input })).rejects.toMatchObject({ code });
  });
});

test('a subnet with a load balancer in it cannot be deleted', async () => {
  const balancer = { LoadBalancerName: 'alb', AvailabilityZones: [{ SubnetId: '' }] };
  const { world } = createEc2World({ loadBalancers: [balancer] });
  const { Subnets } = await world.call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', {});
  const SubnetId = Subnets?.[0]?.SubnetId ?? '';
  balancer.AvailabilityZones = [{ SubnetId }];
  await expect(world.call('ec2', 'DeleteSubnet', { SubnetId })).rejects.toMatchObject({ code: 'DependencyViolation' });
});
