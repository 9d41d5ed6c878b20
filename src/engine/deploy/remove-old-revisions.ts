import { revisionName } from '../../model/arn.ts';
import { isOwnRevision, revisionsBeyond } from '../../plan/task-definition/old-revisions.ts';
import { tellOfWrite } from '../write.ts';
import type { ServiceRun } from './context.ts';
import { revisionsInUse } from './revisions-in-use.ts';

/** ECS takes 20 calls at once and one a second from then on, of the whole account. */
const PAUSE_MS = 1_000;
/** What is left over goes after the next deployment. */
const MOST_AT_ONCE = 10;

/**
 * Deregisters what config does not keep of the service's revisions, after a deployment that has succeeded. Never one
 * that is in use or that others have registered. Whatever stands in the way is a warning: the deployment has succeeded
 * all the same.
 */
export async function removeOldRevisions(run: ServiceRun): Promise<void> {
  const { service, progress, signal } = run;
  if (service.keepRevisions === undefined) return;
  try {
    await deregisterBeyond(service.keepRevisions, run);
  } catch (error) {
    if (signal?.aborted) return;
    const why = error instanceof Error ? error.message : String(error);
    progress.emit({
      kind: 'warning',
      message: `Old revisions of ${service.taskDefinition.family} were not removed: ${why}`,
    });
  }
}

async function deregisterBeyond(keep: number, run: ServiceRun): Promise<void> {
  const { taskDefinitions, cluster, service, clock, signal } = run;
  const beyond = revisionsBeyond(keep, await taskDefinitions.active(service.taskDefinition.family));
  if (beyond.length === 0) return;
  const inUse = await revisionsInUse(run);
  let removed = 0;
  for (const arn of beyond.filter((each) => !inUse.has(each))) {
    if (removed === MOST_AT_ONCE) return;
    signal?.throwIfAborted();
    if (!isOwnRevision(await taskDefinitions.describe(arn), cluster.name, service.name)) continue;
    if (removed > 0) await clock.sleep(PAUSE_MS, signal);
    await taskDefinitions.deregister(arn);
    removed += 1;
    tellOfWrite(`removal of old revision ${revisionName(arn)}`, run);
  }
}
