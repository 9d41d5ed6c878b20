import type { CreateRoleResponse } from '../../../emulator/shapes/iam.d.ts';
import type { Account } from '../account.ts';

/** The role by which ECS changes listener rules; AWS's services know it when this returns. */
export async function createInfrastructureRole(account: Account): Promise<string> {
  const Statement = { Effect: 'Allow', Principal: { Service: 'ecs.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const { Role } = await account.aws<CreateRoleResponse>('iam', 'CreateRole', {
    RoleName: 'infrastructure',
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
  });
  await account.aws('iam', 'AttachRolePolicy', {
    RoleName: 'infrastructure',
    PolicyArn: 'arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers',
  });
  await account.elapse(20);
  return Role.Arn;
}
