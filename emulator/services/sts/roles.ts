import { AwsError } from '../../core/errors.ts';
import type { Caller, World } from '../../core/world.ts';
import type { GetRoleResponse, Role } from '../../shapes/iam.d.ts';

/** STS reads roles as all of AWS's services do: some seconds after they were made. */
const READER: Caller = { arn: 'sts.amazonaws.com' };

export async function readRole(world: World, arn: string): Promise<Role | undefined> {
  const role = await roleNamed(world, arn.slice(arn.lastIndexOf('/') + 1));
  return role?.Arn === arn ? role : undefined;
}

export async function roleNamed(world: World, name: string): Promise<Role | undefined> {
  try {
    return (await world.call<GetRoleResponse>('iam', 'GetRole', { RoleName: name }, READER)).Role;
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}

export const trustPolicyOf = ({ AssumeRolePolicyDocument }: Role): string =>
  decodeURIComponent(AssumeRolePolicyDocument ?? '');
