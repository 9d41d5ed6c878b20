import { assessInstanceRefresh } from '../../health/instance-refresh.ts';
import type { Outcome } from '../../model/outcome.ts';
import { CLUSTER_OUTPUTS } from '../../model/stack-names.ts';
import type { StackView } from '../../model/stack-views.ts';
import { patience } from '../deadline.ts';
import { waitFor } from '../wait.ts';
import { tellOfWrite } from '../write.ts';
import type { ProvisionRun } from './context.ts';

/** A refresh moves by whole instances: booting one takes minutes. */
const EVERY_MS = 5_000;

/**
 * Ids of the instances of the stack's group that were launched with another version of the launch template than new
 * ones get: `version`, or the one that the group has now. Looked at rather than remembered, so that a run that was
 * killed before its refresh is made up for by the next. The status of the stack does not matter: after an update,
 * CloudFormation can go on deleting what was replaced for as long as the instances use it.
 */
export async function findOutdatedInstances(
  { outputs }: StackView,
  { instances }: Pick<ProvisionRun, 'instances'>,
  version?: string,
): Promise<readonly string[]> {
  const name = outputs[CLUSTER_OUTPUTS.autoScalingGroup];
  if (name === undefined) return [];
  const group = await instances.group(name);
  const current = version ?? group?.launchTemplateVersion;
  // `$Latest`, which somebody else may have set, names no version to compare with.
  if (!current || !/^\d+$/.test(current)) return [];
  return (group?.instances ?? [])
    .filter(({ lifecycleState }) => !lifecycleState.startsWith('Terminat'))
    .filter(({ launchTemplateVersion }) => launchTemplateVersion !== undefined && launchTemplateVersion !== current)
    .map(({ id }) => id);
}

/**
 * Replaces the instances of another launch template version, if there are any, and waits for the end; returns what it
 * did, undefined where nothing.
 */
export async function refreshInstances(stack: StackView, run: ProvisionRun): Promise<Outcome | undefined> {
  const name = stack.outputs[CLUSTER_OUTPUTS.autoScalingGroup];
  const outdated = await findOutdatedInstances(stack, run);
  if (name === undefined || outdated.length === 0) return undefined;
  const id = (await run.instances.activeRefresh(name))?.id ?? (await startRefresh(name, outdated, run));
  const { kind, message } = await waitFor(
    {
      subject: `instance refresh of ${name}`,
      observe: () => run.instances.refresh(name, id),
      assess: assessInstanceRefresh,
      everyMs: EVERY_MS,
      ...patience(run),
    },
    run,
  );
  if (kind === 'healthy') {
    return { kind: 'deployed', summary: `${outdated.length} instances were replaced.`, evidence: [] };
  }
  return {
    kind,
    summary: `The instance refresh of ${name} did not succeed: ${message}.`,
    evidence: [`refresh ${id}, instances of another launch template version: ${outdated.join(', ')}`],
    nextStep:
      kind === 'timed-out'
        ? 'The refresh continues by itself. Run the job again: it waits for the end of the refresh.'
        : 'Correct what the scaling activities of the group say, then run the job again.',
  };
}

async function startRefresh(
  name: string,
  outdated: readonly string[],
  { instances, progress }: ProvisionRun,
): Promise<string> {
  const id = await instances.startRefresh(name);
  tellOfWrite(`started an instance refresh of ${name} for ${outdated.join(', ')}`, { progress });
  return id;
}
