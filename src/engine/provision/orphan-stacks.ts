import { ToolkitError } from '../../model/errors.ts';
import { STACK_TAGS } from '../../model/stack-names.ts';
import type { StackView } from '../../model/stack-views.ts';
import type { ProvisionRun } from './run.ts';

/** Tells of stacks whose service config does not have any more. They are left alone: a service may still stand on them. */
export async function reportOrphans(run: ProvisionRun): Promise<void> {
  const { cluster, progress } = run;
  const known = new Set(cluster.services.map(({ name }) => name));
  for (const { name, tags } of await allStacks(run)) {
    const service = tags[STACK_TAGS.service];
    if (tags[STACK_TAGS.cluster] !== cluster.name || service === undefined || known.has(service)) continue;
    progress.emit({
      kind: 'notice',
      message: `Stack ${name} belongs to service ${service}, which config does not have any more. It is left alone; delete the service, then the stack.`,
    });
  }
}

/** A role may be allowed to describe its own stacks only. */
async function allStacks({ stacks }: ProvisionRun): Promise<readonly StackView[]> {
  try {
    return await stacks.list();
  } catch (error) {
    if (error instanceof ToolkitError && error.code === 'ACCESS_DENIED') return [];
    throw error;
  }
}
