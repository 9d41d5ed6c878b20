import { STACK_TAGS } from '../../model/stack-names.ts';
import type { StackView } from '../../model/stack-views.ts';
import { type Claim, claims } from '../../plan/stack/claims.ts';
import { onFirstUse } from '../on-first-use.ts';
import { remembered } from '../remembered.ts';
import { unlessDenied } from '../unless-denied.ts';
import type { ProvisionRun } from './context.ts';
import type { PlannedStack } from './planned-stack.ts';

/** What keeps a resource from being made: it has its name, or its priority on the listener. */
export interface Rival {
  readonly claim: Claim;
  readonly physicalId: string;
  /** The stack of this cluster that it is of; undefined where it is of none, or the role may not look. */
  readonly holder: StackView | undefined;
}

type LookingRun = Pick<ProvisionRun, 'stacks' | 'targets' | 'logs' | 'cluster'>;

/** Finds the rivals of stacks. What several stacks ask for is looked up once; a role that may not look finds none. */
export function rivalSearch({
  stacks,
  targets,
  logs,
  cluster,
}: LookingRun): (stack: Pick<PlannedStack, 'desired' | 'compared'>) => Promise<readonly Rival[]> {
  const rulesOf = remembered((arn: string) => unlessDenied(() => targets.rules(arn), []));
  const resourcesOf = remembered(stacks.resources);
  const stacksOfCluster = onFirstUse(async () =>
    (await unlessDenied(stacks.list, [])).filter(({ tags }) => tags[STACK_TAGS.cluster] === cluster.name),
  );
  const takenBy = async (claim: Claim): Promise<string | undefined> => {
    switch (claim.kind) {
      case 'priority':
        return (await rulesOf(claim.listenerArn)).find(({ priority }) => priority === claim.priority)?.arn;
      case 'target-group':
        return unlessDenied(() => targets.targetGroup(claim.name), undefined);
      case 'log-group':
        // The stacks of a new cluster take over what there is: looking for each would be too many calls.
        if ((await stacksOfCluster()).length === 0) return undefined;
        return (await unlessDenied(() => logs.groupExists(claim.name), false)) ? claim.name : undefined;
    }
  };
  const holderOf = async (physicalId: string, own: StackView | undefined): Promise<StackView | undefined> => {
    for (const stack of [...(own ? [own] : []), ...(await stacksOfCluster())]) {
      const resources = await resourcesOf(stack.id);
      if (resources.some((each) => each.physicalId === physicalId && each.status !== 'DELETE_COMPLETE')) return stack;
    }
    return undefined;
  };
  return async ({ desired, compared }) => {
    const found: Rival[] = [];
    for (const claim of claims(desired, compared.comparison)) {
      const physicalId = await takenBy(claim);
      if (physicalId === undefined) continue;
      const holder = await holderOf(physicalId, compared.stack);
      // What a failed creation left of a stack goes first, and a stack that is made takes over a log group of nobody.
      const isOwn = holder?.name === desired.name;
      const isTakenOver = holder === undefined && claim.kind === 'log-group' && compared.comparison.kind === 'absent';
      if (!isOwn && !isTakenOver) found.push({ claim, physicalId, holder });
    }
    return found;
  };
}
