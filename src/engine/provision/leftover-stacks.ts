import type { Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import { STACK_TAGS } from '../../model/stack-names.ts';
import type { StackResourceView, StackView } from '../../model/stack-views.ts';
import { consentText } from '../../plan/danger.ts';
import { serviceRemoval, stackRemoval } from '../../plan/leftovers.ts';
import { serviceReferences } from '../../plan/stack/stack-references.ts';
import { readLiveServices } from '../observe/read-services.ts';
import { outcomeOfWork } from '../outcome-of-error.ts';
import { deleteStack } from '../removal/delete-stack.ts';
import { lookForLeftovers } from '../removal/look-for-leftovers.ts';
import { removedLater, removedStack } from '../removal/removal-units.ts';
import { tellOutcome } from '../tell-outcome.ts';
import { unreviewedPlan } from '../unreviewed-plan.ts';
import type { ProvisionRun, StackResult } from './context.ts';
import { CANCELLED } from './endings.ts';

/** A stack whose service config does not have any more. */
export interface LeftoverStack {
  readonly stack: StackView;
  readonly service: string;
  readonly unit: Unit;
  /** `later`: config allows its removal and that of its service, which still stands on it. */
  readonly removal: 'now' | 'later' | 'none';
}

/**
 * Finds what config has forgotten. What may not be removed, or not yet, is told of and left alone. undefined where the
 * role may not look.
 */
export async function findLeftoverStacks(run: ProvisionRun): Promise<readonly LeftoverStack[] | undefined> {
  const known = new Set(run.cluster.services.map(({ name }) => name));
  const stacks = await lookForLeftovers('stack', () => run.stacks.list(), run);
  if (!stacks) return undefined;
  const forgotten = stacks.flatMap((stack) => {
    const service = stack.tags[STACK_TAGS.service];
    const isOurs = stack.tags[STACK_TAGS.cluster] === run.cluster.name && service !== undefined;
    return isOurs && !known.has(service) ? [{ stack, service }] : [];
  });
  const found: LeftoverStack[] = [];
  for (const { stack, service } of forgotten) found.push(await planRemoval(stack, service, run));
  return found;
}

async function planRemoval(stack: StackView, service: string, run: ProvisionRun): Promise<LeftoverStack> {
  const { cluster, stacks, progress } = run;
  const wanted = stackRemoval(cluster, stack.name, []);
  const resources = wanted.allowed ? await stacks.resources(stack.id) : [];
  const users = wanted.allowed ? await usersOf(service, resources, run) : [];
  const danger = stackRemoval(cluster, stack.name, users);
  if (!danger.allowed) {
    const how =
      cluster.services.length === 0
        ? 'Config has no services at all, so nothing is removed.'
        : (danger.forbidden ??
          `To remove it once the service is deleted, add under allow in cluster.yaml: ${consentText(danger)}`);
    const message = `Stack ${stack.name} belongs to service ${service}, which is no longer in config. It is not changed. ${how}`;
    progress.emit({ kind: 'notice', message });
  }
  const isLater =
    users.length > 0 && users.every((user) => user === service) && serviceRemoval(cluster, service).allowed;
  const removal = danger.allowed ? 'now' : isLater ? 'later' : 'none';
  const unit = removedStack(stack, resources, [isLater ? wanted : danger]);
  return { stack, service, unit: isLater ? removedLater(unit, service) : unit, removal };
}

/** Live services that stand on the stack: its own, and any whose target groups are in it. */
async function usersOf(
  service: string,
  resources: readonly StackResourceView[],
  { cluster, services }: ProvisionRun,
): Promise<readonly string[]> {
  const ids = new Set(resources.map(({ physicalId }) => physicalId));
  const live = await readLiveServices(services, cluster.name);
  return live
    .filter(
      (view) =>
        view.name === service ||
        serviceReferences(view).some(({ physicalIds }) => physicalIds.some((id) => ids.has(id))),
    )
    .map(({ name }) => name);
}

/** What a plan says of a stack that may be removed. */
export function plannedRemoval({ removal, service }: LeftoverStack): Outcome {
  const summary =
    removal === 'later'
      ? `Applying would keep the stack until service ${service} is deleted; the next apply removes it.`
      : 'Applying would remove the stack.';
  return { kind: 'planned', summary, evidence: [] };
}

export async function removeLeftoverStack(leftover: LeftoverStack, run: ProvisionRun): Promise<StackResult> {
  const outcome = unreviewedPlan(leftover.unit, run.reviewed) ?? (await removed(leftover, run));
  return tellOfLeftover(leftover, outcome, run);
}

/** What is left over goes only where everything that config has is well. */
export function heldBackRemoval(
  leftover: LeftoverStack,
  cause: HeldBackBy,
  run: Pick<ProvisionRun, 'progress'>,
): StackResult {
  return tellOfLeftover(leftover, heldBack(cause), run);
}

function removed({ stack }: LeftoverStack, run: ProvisionRun): Promise<Outcome> {
  return outcomeOfWork(() => deleteStack(stack, run), { signal: run.signal, cancelled: CANCELLED });
}

export function tellOfLeftover(
  { unit, service, stack }: LeftoverStack,
  outcome: Outcome,
  { progress }: Pick<ProvisionRun, 'progress'>,
): StackResult {
  tellOutcome(unit, outcome, progress);
  return { unit, outcome, service, stack: outcome.kind === 'destroyed' ? undefined : stack };
}

interface HeldBackBy {
  readonly unit: Pick<Unit, 'id'>;
  readonly outcome: Outcome;
}

function heldBack({ unit, outcome }: HeldBackBy): Outcome {
  return {
    kind: 'blocked',
    summary: `Not removed, since ${unit.id} ended ${outcome.kind}.`,
    evidence: [],
    nextStep: 'Fix that first; the next run removes the stack.',
  };
}
