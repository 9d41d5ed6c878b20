import type { Outcome } from '../../model/outcome.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { ChangeSetView } from '../../model/stack-views.ts';
import type { ProvisionRun } from './context.ts';
import { refusedChangeSet, validationLine } from './refusal.ts';

/**
 * Why CloudFormation refuses a change set that it could not compute, at the line of config; undefined for one that can
 * be executed. It also warns of what it does not refuse, e.g. quotas: that, and what is wrong beside the first, is told
 * at its own line.
 */
export async function validate(
  view: ChangeSetView,
  desired: StackTemplate,
  { stacks, progress }: Pick<ProvisionRun, 'stacks' | 'progress'>,
): Promise<Outcome | undefined> {
  const errors = await stacks.changeSetValidationErrors(view.id);
  const isReady = view.status === 'CREATE_COMPLETE';
  for (const error of isReady ? errors : errors.slice(1)) {
    const message = validationLine(error, { ...desired, sources: {} });
    progress.emit({ kind: 'warning', message, at: desired.sources[error.logicalId] });
  }
  return isReady ? undefined : refusedChangeSet(view, errors, desired);
}
