import type { Reservation } from '../../../emulator/shapes/ec2.d.ts';
import type {
  DescribeContainerInstancesResponse,
  ListContainerInstancesResponse,
} from '../../../emulator/shapes/ecs.d.ts';
import type { GetParameterResult } from '../../../emulator/shapes/ssm.d.ts';
import type { Account } from '../account.ts';

export const PROFILE = 'ecsInstanceRole';
const IMAGE = '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id';
const TRUST = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };

/** The role that instances need to speak to ECS, as an instance profile. */
export async function createInstanceProfile({ aws }: Account): Promise<void> {
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: TRUST });
  await aws('iam', 'CreateRole', { RoleName: PROFILE, AssumeRolePolicyDocument });
  const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role';
  await aws('iam', 'AttachRolePolicy', { RoleName: PROFILE, PolicyArn });
  await aws('iam', 'CreateInstanceProfile', { InstanceProfileName: PROFILE });
  await aws('iam', 'AddRoleToInstanceProfile', { InstanceProfileName: PROFILE, RoleName: PROFILE });
}

export async function findImage({ aws }: Account): Promise<string> {
  const { Parameter } = await aws<GetParameterResult>('ssm', 'GetParameter', { Name: IMAGE });
  return Parameter?.Value ?? '';
}

export const userData = (cluster: string): string =>
  `#!/bin/bash\necho ECS_CLUSTER=${cluster} >> /etc/ecs/ecs.config\n`;

export interface Launch {
  readonly cluster: string;
  readonly subnetId: string;
  readonly groupId: string;
  /** True by default. */
  readonly publicAddress?: boolean;
}

/** Launches one t2.medium, as soon as EC2 knows the instance profile. */
export async function launchInstance(account: Account, launch: Launch): Promise<string> {
  const { cluster, subnetId, groupId, publicAddress: AssociatePublicIpAddress = true } = launch;
  const input = {
    MinCount: 1,
    MaxCount: 1,
    ImageId: await findImage(account),
    InstanceType: 't2.medium',
    IamInstanceProfile: { Name: PROFILE },
    UserData: userData(cluster),
    NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: subnetId, Groups: [groupId], AssociatePublicIpAddress }],
  };
  return account.until('EC2 to know the instance profile', async () => {
    if (
      await account
        .refusal('ec2', 'RunInstances', { ...input, DryRun: true })
        .then((no) => no?.code !== 'DryRunOperation')
    )
      return undefined;
    const { Instances } = await account.aws<Reservation>('ec2', 'RunInstances', input);
    return Instances?.[0]?.InstanceId;
  });
}

/** The EC2 instances that have registered with a cluster. */
export async function registeredInstances({ aws }: Account, cluster: string): Promise<readonly string[]> {
  const { containerInstanceArns = [] } = await aws<ListContainerInstancesResponse>('ecs', 'ListContainerInstances', {
    cluster,
  });
  if (containerInstanceArns.length === 0) return [];
  const { containerInstances = [] } = await aws<DescribeContainerInstancesResponse>(
    'ecs',
    'DescribeContainerInstances',
    { cluster, containerInstances: containerInstanceArns },
  );
  return containerInstances.flatMap(({ ec2InstanceId }) => ec2InstanceId ?? []);
}

export async function awaitInstances(account: Account, cluster: string, count: number): Promise<readonly string[]> {
  return account.until(`${count} instances in ${cluster}`, async () => {
    const registered = await registeredInstances(account, cluster);
    return registered.length >= count ? registered : undefined;
  });
}
