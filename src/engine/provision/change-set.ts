import { assessChangeSet } from '../../health/change-set.ts';
import type { JsonObject } from '../../model/json.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { ChangeSetView } from '../../model/stack-views.ts';
import { NAME_PREFIX, uniqueName } from '../observe/unique-name.ts';
import { waitFor } from '../wait.ts';
import { type ProvisionRun, patience } from './run.ts';

/** Everything that the template needs is known. */
export interface CompleteTemplate extends StackTemplate {
  readonly parameters: Readonly<Record<string, string>>;
}

export function isComplete(template: StackTemplate): template is CompleteTemplate {
  return Object.values(template.parameters).every((value) => value !== undefined);
}

/**
 * Makes a change set and waits until CloudFormation has computed it, well or not; undefined where someone else came between.
 * A run that applies first takes away what killed runs left on the stack: executing a change set would do the same.
 */
export async function openChangeSet(
  desired: CompleteTemplate,
  type: 'CREATE' | 'UPDATE',
  run: ProvisionRun,
): Promise<ChangeSetView | undefined> {
  if (type === 'UPDATE' && run.mode === 'apply') await sweepChangeSets(desired.name, run);
  const id = await run.stacks.createChangeSet({
    stackName: desired.name,
    changeSetName: uniqueName(run.clock),
    type,
    template: desired.body,
    parameters: desired.parameters,
    tags: desired.tags,
    description: 'Made by ecs-gitops',
    deleteOnFailure: type === 'CREATE',
    importExisting: type === 'CREATE' && (await outlived(desired, run)),
  });
  if (id === undefined) return undefined;
  const { view, kind } = await waitFor(
    {
      subject: `change set for stack ${desired.name}`,
      observe: () => run.stacks.describeChangeSet(id),
      assess: assessChangeSet,
      ...patience(run),
    },
    run,
  );
  if (kind === 'timed-out') await run.stacks.deleteChangeSet(id);
  return view;
}

async function sweepChangeSets(stack: string, { stacks, progress }: ProvisionRun): Promise<void> {
  const left = await stacks.changeSets(stack, NAME_PREFIX);
  for (const changeSet of left) await stacks.deleteChangeSet(changeSet);
  if (left.length > 0) {
    progress.emit({
      kind: 'notice',
      message: `Deleted ${left.length} change sets that earlier runs left on ${stack}.`,
    });
  }
}

/**
 * Whether a log group of the stack exists already: it outlived an earlier stack, or a task made it. CloudFormation takes what
 * is retained into the stack when it is told to, and fails otherwise.
 */
async function outlived({ resources }: StackTemplate, { logs }: ProvisionRun): Promise<boolean> {
  const names = Object.values(resources)
    .filter(({ Type }) => Type === 'AWS::Logs::LogGroup')
    .map(({ Properties }) => (Properties as JsonObject)['LogGroupName'] as string);
  return (await Promise.all(names.map(logs.groupExists))).includes(true);
}
