import { counted } from '../../model/text.ts';
import { NAME_PREFIX } from '../observe/unique-name.ts';
import { unlessDenied } from '../unless-denied.ts';
import { isLeftBehind } from './change-set-name.ts';
import type { ProvisionRun } from './context.ts';

/** Deletes the change sets of a stack that killed runs left; those of runs that may still be under way stay. */
export async function sweepChangeSets(stack: string, { stacks, progress, clock }: ProvisionRun): Promise<void> {
  // A role that may not list them cannot clean up, and can do everything else.
  const found = await unlessDenied(() => stacks.changeSets(stack, NAME_PREFIX), []);
  const left = found.filter(({ name }) => isLeftBehind(name, clock));
  for (const { id } of left) await stacks.deleteChangeSet(id);
  if (left.length === 0) return;
  const count = counted(left.length, 'change set');
  progress.emit({ kind: 'notice', message: `Deleted ${count} that earlier runs left on ${stack}.` });
}
