import { assessChangeSet, hasNoChanges } from '../../health/stack/change-set.ts';
import type { JsonObject } from '../../model/json.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { ChangeSetView } from '../../model/stack-views.ts';
import { patience } from '../deadline.ts';
import { waitFor } from '../wait.ts';
import { changeSetName } from './change-set-name.ts';
import type { ProvisionRun } from './context.ts';

/** Everything that the template needs is known. */
interface CompleteTemplate extends StackTemplate {
  readonly parameters: Readonly<Record<string, string>>;
}

export function isComplete(template: StackTemplate): template is CompleteTemplate {
  return Object.values(template.parameters).every((value) => value !== undefined);
}

/** `revert-drift`: an update that also takes back what was changed by hand. */
type ChangeSetMode = 'create' | 'update' | 'revert-drift';

/** `undefined`: someone else came between. */
type OpenedChangeSet = ChangeSetView | { readonly noDrift: string } | undefined;

/**
 * Makes a change set and waits until CloudFormation has computed it, well or not; undefined where someone else came
 * between.
 */
export async function openChangeSet(
  desired: CompleteTemplate,
  mode: Exclude<ChangeSetMode, 'revert-drift'>,
  run: ProvisionRun,
): Promise<ChangeSetView | undefined> {
  const opened = await request(desired, mode, run);
  return opened && 'noDrift' in opened ? undefined : opened;
}

/**
 * Makes a change set against what is live; without it, where CloudFormation cannot do that in this region or for this
 * role: `unseen` then says why changes by hand are not in it.
 */
export async function openDriftAwareChangeSet(
  desired: CompleteTemplate,
  run: ProvisionRun,
): Promise<{ readonly view: ChangeSetView; readonly unseen?: string } | undefined> {
  const aware = await request(desired, 'revert-drift', run);
  if (!aware) return undefined;
  if (!('noDrift' in aware) && !isRefusedForDrift(aware)) return { view: aware };
  if (!('noDrift' in aware)) await run.stacks.deleteChangeSet(aware.id);
  const view = await openChangeSet(desired, 'update', run);
  const unseen = 'noDrift' in aware ? aware.noDrift : (aware.statusReason ?? aware.status);
  return view && { view, unseen };
}

/** Reading what is live takes permissions that comparing templates does not. */
function isRefusedForDrift(view: ChangeSetView): boolean {
  if (view.status !== 'FAILED' || hasNoChanges(view)) return false;
  return /drift|not authorized|access ?denied/i.test(view.statusReason ?? '');
}

async function request(desired: CompleteTemplate, mode: ChangeSetMode, run: ProvisionRun): Promise<OpenedChangeSet> {
  const creates = mode === 'create';
  const created = await run.stacks.createChangeSet({
    stackName: desired.name,
    changeSetName: changeSetName(run),
    type: creates ? 'CREATE' : 'UPDATE',
    template: desired.body,
    parameters: desired.parameters,
    tags: desired.tags,
    description: 'Made by ecs-gitops',
    deleteOnFailure: creates,
    importExisting: creates && (await logGroupExists(desired, run)),
    revertDrift: mode === 'revert-drift',
  });
  switch (created.kind) {
    case 'unavailable':
      return undefined;
    case 'no-drift':
      return { noDrift: created.reason };
    case 'created':
      return computed(created.id, desired.name, run);
  }
}

async function computed(id: string, stack: string, run: ProvisionRun): Promise<ChangeSetView | undefined> {
  const { view, kind } = await waitFor(
    {
      subject: `change set for stack ${stack}`,
      observe: () => run.stacks.describeChangeSet(id),
      assess: assessChangeSet,
      ...patience(run),
    },
    run,
  );
  if (kind === 'timed-out') await run.stacks.deleteChangeSet(id);
  return view;
}

/**
 * Whether a log group of the stack exists already: an earlier stack left it, or a task made it. CloudFormation takes
 * what is retained into the stack when it is told to, and fails otherwise.
 */
async function logGroupExists({ resources }: StackTemplate, { logs }: ProvisionRun): Promise<boolean> {
  const names = Object.values(resources)
    .filter(({ Type }) => Type === 'AWS::Logs::LogGroup')
    .map(({ Properties }) => (Properties as JsonObject)['LogGroupName'] as string);
  return (await Promise.all(names.map(logs.groupExists))).includes(true);
}
