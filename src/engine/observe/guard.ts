import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import { positionOf } from '../../model/source.ts';
import type { Account } from '../../ports/account.ts';

/**
 * Makes sure that the credentials and the environment belong to the account and region that config names, before
 * anything is written. Throws WRONG_ACCOUNT or WRONG_REGION.
 */
export async function guardTarget(
  { name, account, region, source }: Pick<Cluster, 'name' | 'account' | 'region' | 'source'>,
  port: Account,
): Promise<void> {
  const liveRegion = await port.region();
  if (liveRegion !== undefined && liveRegion !== region) {
    throw new ToolkitError('WRONG_REGION', `The job runs in ${liveRegion}, but cluster ${name} is in ${region}.`, {
      hint: `Set AWS_REGION to ${region} (aws-region of configure-aws-credentials), or correct region in cluster.yaml.`,
      at: positionOf(source, ['region']),
    });
  }
  const liveAccount = await port.accountId();
  if (liveAccount !== account) {
    throw new ToolkitError(
      'WRONG_ACCOUNT',
      `The credentials belong to account ${liveAccount}, but cluster ${name} belongs to ${account}.`,
      {
        hint: `Let the job assume a role of account ${account}, or correct account in cluster.yaml.`,
        at: positionOf(source, ['account']),
      },
    );
  }
}
