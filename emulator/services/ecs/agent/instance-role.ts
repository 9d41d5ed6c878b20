import { AwsError } from '../../../core/errors.ts';
import type { World } from '../../../core/world.ts';
import { expectAllowed } from '../../../iam/role-permission.ts';
import type { Instance } from '../../../shapes/ec2.d.ts';
import type { GetInstanceProfileResponse } from '../../../shapes/iam.d.ts';

/** What the agent calls before it has a task, of the actions in AmazonEC2ContainerServiceforEC2Role. */
const ACTIONS = ['ecs:DiscoverPollEndpoint', 'ecs:RegisterContainerInstance', 'ecs:Poll'];

/**
 * Whether the agent may register: EC2 gives the instance credentials where the role of its profile trusts
 * ec2.amazonaws.com, and ECS takes its calls where the role's policies allow them. Otherwise the agent tries again and
 * again, as on AWS.
 */
export async function mayRegister(
  world: World,
  { IamInstanceProfile: profile, InstanceId = '' }: Instance,
  cluster: string,
): Promise<boolean> {
  if (!profile?.Arn) return false;
  const clusterArn = `arn:aws:ecs:${world.region}:${world.account}:cluster/${cluster}`;
  const session = { sessionName: InstanceId, service: 'ecs' } as const;
  try {
    const roleArn = await roleOf(world, profile.Arn);
    await world.call(
      'sts',
      'AssumeRole',
      { RoleArn: roleArn, RoleSessionName: InstanceId },
      { arn: 'ec2.amazonaws.com' },
    );
    for (const action of ACTIONS) {
      const resource = action === 'ecs:RegisterContainerInstance' ? clusterArn : '*';
      await expectAllowed(world, { ...session, roleArn, action, resource });
    }
    return true;
  } catch (error) {
    if (error instanceof AwsError) return false;
    throw error;
  }
}

async function roleOf(world: World, profileArn: string): Promise<string> {
  const InstanceProfileName = profileArn.slice(profileArn.lastIndexOf('/') + 1);
  const { InstanceProfile } = await world.call<GetInstanceProfileResponse>('iam', 'GetInstanceProfile', {
    InstanceProfileName,
  });
  return InstanceProfile?.Roles?.[0]?.Arn ?? '';
}
