import type { Outcome } from '../../model/outcome.ts';
import { STACK_TAGS } from '../../model/stack-names.ts';
import type { Claim } from '../../plan/stack/claims.ts';
import { goes } from '../../plan/stack/stack-dangers.ts';
import { inParallel } from '../in-parallel.ts';
import type { ProvisionRun } from './context.ts';
import { orderly } from './in-order-of-needs.ts';
import type { LeftoverStack } from './leftover-stacks.ts';
import type { PlannedStack } from './planned-stack.ts';
import { nameTaken } from './refusal.ts';
import { type Rival, rivalSearch } from './rivals.ts';

/** DescribeLogGroups takes ten a second. */
const STACKS_AT_A_TIME = 4;

/**
 * Looks up whether what the stacks of services are to make can be made. A stack whose rivals go in this run needs the
 * units that take them away; any other is refused, before anything is written.
 */
export async function settleRivals(
  planned: readonly PlannedStack[],
  leftovers: readonly LeftoverStack[],
  run: ProvisionRun,
): Promise<readonly PlannedStack[]> {
  const search = rivalSearch(run);
  const found = await inParallel(planned, STACKS_AT_A_TIME, async (stack) => {
    const rivals = await search(stack);
    const freed = rivals.map((rival) => ({ rival, by: freedBy(rival, planned, leftovers) }));
    return { stack, freed, needs: [...new Set([...stack.unit.needs, ...freed.flatMap(({ by }) => by ?? [])])] };
  });
  const possible = orderly(found.map(({ stack, needs }) => ({ id: stack.unit.id, needs })));
  return found.map(({ stack, freed, needs }) => {
    const { unit, compared } = stack;
    const stuck = freed.find(({ by }) => by === undefined || !possible.has(unit.id));
    if (!stuck || compared.refusal) return { ...stack, unit: { ...unit, needs } };
    return { ...stack, compared: { ...compared, refusal: refusalFor(stuck.rival, stack, run) } };
  });
}

/** Id of the unit that takes a rival away in this run. */
function freedBy(
  { physicalId, holder }: Rival,
  planned: readonly PlannedStack[],
  leftovers: readonly LeftoverStack[],
): string | undefined {
  const leftover = leftovers.find(({ stack, removal }) => removal === 'now' && stack.id === holder?.id);
  const changed = planned.find(
    ({ compared: { comparison } }) =>
      comparison.kind === 'change-set' &&
      comparison.view.changes.some((change) => change.physicalId === physicalId && goes(change)),
  );
  return (leftover ?? changed)?.unit.id;
}

function refusalFor(
  { claim, physicalId, holder }: Rival,
  { desired }: PlannedStack,
  { cluster }: Pick<ProvisionRun, 'cluster'>,
): Outcome {
  const at = desired.sources[claim.logicalId];
  const evidence = [physicalId];
  const service = holder?.tags[STACK_TAGS.service];
  const isInConfig = cluster.services.some(({ name }) => name === service);
  if (claim.kind !== 'priority') {
    if (!holder) return nameTaken(`${KINDS[claim.kind]} ${claim.name}`, evidence, at);
    const summary = `${KINDS[claim.kind]} ${claim.name} belongs to ${ownerText(holder.name, service)}.`;
    return { kind: 'blocked', summary, evidence, nextStep: 'Give it another name in config.', at };
  }
  return {
    kind: 'blocked',
    summary: `Rule ${claim.logicalId} cannot be created: a rule of ${holder ? ownerText(holder.name, service) : 'another owner'} has priority ${claim.priority} on its listener.`,
    evidence,
    nextStep: prioritySteps(holder && service !== undefined ? { stack: holder.name, service, isInConfig } : undefined),
    at,
  };
}

const KINDS: Readonly<Record<Exclude<Claim['kind'], 'priority'>, string>> = {
  'target-group': 'Target group',
  'log-group': 'Log group',
};

function ownerText(stack: string, service: string | undefined): string {
  return service === undefined ? `stack ${stack}` : `service ${service} (stack ${stack})`;
}

function prioritySteps(
  owner: { readonly stack: string; readonly service: string; readonly isInConfig: boolean } | undefined,
): string {
  if (!owner) return 'Give the rule a free priority, or delete the other rule.';
  const { stack, service, isInConfig } = owner;
  if (isInConfig)
    return `Give the rule a free priority. It can take this one in a later commit, once service ${service} has another.`;
  return `Give the rule a free priority; with a higher number, it takes over the requests when the old rule is deleted. Deploy it, then let service ${service} be removed (under allow in cluster.yaml: service/${service} and stack/${stack}).`;
}
