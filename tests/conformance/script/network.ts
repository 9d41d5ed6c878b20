import type { ScriptItem } from '../step.ts';

/** The account, its default network, and what instances and load balancers need of it. */
export const network: readonly ScriptItem[] = [
  { service: 'sts', operation: 'GetCallerIdentity', fields: ['Account'] },
  {
    service: 'ec2',
    operation: 'DescribeVpcs',
    input: { Filters: [{ Name: 'is-default', Values: ['true'] }] },
    save: { vpc: 'Vpcs.0.VpcId' },
    fields: ['Vpcs.0.CidrBlock', 'Vpcs.0.IsDefault', 'Vpcs.0.State', 'Vpcs.0.InstanceTenancy'],
    cli: true,
  },
  { service: 'ec2', operation: 'DescribeVpcs', input: { VpcIds: ['vpc-00000000'] }, refused: 'InvalidVpcID.NotFound' },
  {
    service: 'ec2',
    operation: 'DescribeSubnets',
    input: {
      Filters: [
        { Name: 'vpc-id', Values: ['<vpc>'] },
        { Name: 'availability-zone', Values: ['<region>a'] },
      ],
    },
    save: { subnetA: 'Subnets.0.SubnetId' },
    fields: ['Subnets.0.AvailabilityZone', 'Subnets.0.MapPublicIpOnLaunch', 'Subnets.0.DefaultForAz'],
    cli: true,
  },
  {
    service: 'ec2',
    operation: 'DescribeSubnets',
    input: {
      Filters: [
        { Name: 'vpc-id', Values: ['<vpc>'] },
        { Name: 'availability-zone', Values: ['<region>c'] },
      ],
    },
    save: { subnetC: 'Subnets.0.SubnetId' },
  },
  {
    service: 'ec2',
    operation: 'DescribeSubnets',
    input: { SubnetIds: ['subnet-00000000'] },
    refused: 'InvalidSubnetID.NotFound',
  },
  {
    service: 'ec2',
    operation: 'CreateSecurityGroup',
    input: { GroupName: 'conformance', Description: 'conformance', VpcId: '<vpc>' },
    save: { group: 'GroupId' },
  },
  {
    service: 'ec2',
    operation: 'CreateSecurityGroup',
    input: { GroupName: 'conformance', Description: 'conformance', VpcId: '<vpc>' },
    refused: 'InvalidGroup.Duplicate',
  },
  {
    service: 'ec2',
    operation: 'AuthorizeSecurityGroupIngress',
    input: {
      GroupId: '<group>',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 1, ToPort: 65535, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
    fields: [
      'Return',
      'SecurityGroupRules.0.IpProtocol',
      'SecurityGroupRules.0.ToPort',
      'SecurityGroupRules.0.CidrIpv4',
    ],
  },
  {
    service: 'ec2',
    operation: 'AuthorizeSecurityGroupIngress',
    input: {
      GroupId: '<group>',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 1, ToPort: 65535, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
    refused: 'InvalidPermission.Duplicate',
  },
  {
    service: 'ec2',
    operation: 'DescribeSecurityGroups',
    input: { GroupIds: ['<group>'] },
    fields: [
      'SecurityGroups.0.GroupName',
      'SecurityGroups.0.IpPermissions.0.IpRanges.0.CidrIp',
      'SecurityGroups.0.IpPermissionsEgress.0.IpProtocol',
    ],
    cli: true,
  },
  {
    service: 'ec2',
    operation: 'DescribeInstanceTypes',
    input: { InstanceTypes: ['t3.medium'] },
    fields: [
      'InstanceTypes.0.VCpuInfo.DefaultVCpus',
      'InstanceTypes.0.MemoryInfo.SizeInMiB',
      'InstanceTypes.0.NetworkInfo.MaximumNetworkInterfaces',
    ],
    cli: true,
  },
  {
    service: 'ec2',
    operation: 'CreateNetworkInterface',
    input: { SubnetId: '<subnetA>', Groups: ['<group>'], Description: 'conformance' },
    save: { interface: 'NetworkInterface.NetworkInterfaceId' },
    fields: ['NetworkInterface.Description', 'NetworkInterface.Groups.0.GroupName'],
  },
  {
    service: 'ec2',
    operation: 'DescribeNetworkInterfaces',
    input: { NetworkInterfaceIds: ['<interface>'] },
    fields: [
      'NetworkInterfaces.0.Status',
      'NetworkInterfaces.0.AvailabilityZone',
      'NetworkInterfaces.0.Description',
      'NetworkInterfaces.0.SourceDestCheck',
    ],
    cli: true,
  },
  { service: 'ec2', operation: 'DeleteNetworkInterface', input: { NetworkInterfaceId: '<interface>' } },
  {
    service: 'ec2',
    operation: 'DeleteNetworkInterface',
    input: { NetworkInterfaceId: '<interface>' },
    refused: 'InvalidNetworkInterfaceID.NotFound',
  },
  {
    service: 'ssm',
    operation: 'GetParameter',
    input: { Name: '/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id' },
    save: { image: 'Parameter.Value' },
    fields: ['Parameter.Name', 'Parameter.Type', 'Parameter.DataType'],
  },
  { service: 'ssm', operation: 'GetParameter', input: { Name: '/none' }, refused: 'ParameterNotFound' },
  {
    service: 'iam',
    operation: 'CreateRole',
    input: {
      RoleName: 'conformance-<run>',
      AssumeRolePolicyDocument:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
    },
    fields: ['Role.Path', 'Role.RoleName'],
  },
  {
    service: 'iam',
    operation: 'GetRole',
    input: { RoleName: 'conformance-<run>' },
    fields: ['Role.Path', 'Role.RoleName', 'Role.MaxSessionDuration', 'Role.AssumeRolePolicyDocument'],
    cli: true,
  },
  { service: 'iam', operation: 'GetRole', input: { RoleName: 'nobody' }, refused: 'NoSuchEntity' },
  { service: 'iam', waiter: 'role_exists', input: { RoleName: 'conformance-<run>' } },
  {
    service: 'iam',
    operation: 'AttachRolePolicy',
    input: {
      RoleName: 'conformance-<run>',
      PolicyArn: 'arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role',
    },
  },
  { service: 'iam', operation: 'CreateInstanceProfile', input: { InstanceProfileName: 'conformance-<run>' } },
  {
    service: 'iam',
    operation: 'AddRoleToInstanceProfile',
    input: { InstanceProfileName: 'conformance-<run>', RoleName: 'conformance-<run>' },
  },
  { service: 'iam', waiter: 'instance_profile_exists', input: { InstanceProfileName: 'conformance-<run>' } },
];
