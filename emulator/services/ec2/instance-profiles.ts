import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';
import { invalidValue } from './errors.ts';

export interface InstanceProfile {
  readonly arn: string;
  readonly id: string;
}

interface Described {
  readonly InstanceProfile: {
    readonly Arn: string;
    readonly InstanceProfileId: string;
    readonly CreateDate: number;
    readonly Roles: readonly unknown[];
  };
}

type Reference = { readonly Arn?: string | undefined; readonly Name?: string | undefined };

/**
 * Finds the instance profile of a launch. A new one is unknown to EC2 for some seconds, since IAM's changes spread
 * slowly; one without a role cannot be used at all. What the role's trust policy says is not asked: EC2 launches
 * nevertheless, and the instance finds no credentials.
 */
export function profileFinder(world: World): (reference: Reference) => Promise<InstanceProfile> {
  const spreadMs = new Map<string, number>();
  return async ({ Arn, Name }) => {
    const refusal =
      Arn === undefined
        ? invalidValue(
            `Value (${Name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`,
          )
        : invalidValue(
            `Value (${Arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`,
          );
    const InstanceProfileName = Arn === undefined ? Name : Arn.slice(Arn.lastIndexOf('/') + 1);
    const { InstanceProfile: profile } = await world
      .call<Described>('iam', 'GetInstanceProfile', { InstanceProfileName })
      .catch((error: unknown) => {
        throw error instanceof AwsError ? refusal : error;
      });
    if (Arn !== undefined && Arn !== profile.Arn) throw refusal;
    const spread = spreadMs.get(profile.InstanceProfileId) ?? world.latency('iam-propagation');
    spreadMs.set(profile.InstanceProfileId, spread);
    if (world.clock.now() < profile.CreateDate + spread) throw refusal;
    if (profile.Roles.length === 0)
      throw invalidValue(`IAM Instance Profile "${profile.Arn}" has no associated IAM Roles`);
    return { arn: profile.Arn, id: profile.InstanceProfileId };
  };
}
