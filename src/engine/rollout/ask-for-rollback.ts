import { ToolkitError } from '../../model/errors.ts';
import { repeated } from '../repeated.ts';
import { tellOfWrite } from '../write.ts';
import type { RolloutRun } from './context.ts';
import type { Watched } from './follow-rollout.ts';
import { findServiceDeployment } from './service-deployment.ts';

/** How long a rollback that this run asked for is followed. */
export const ROLLBACK_WITHIN_MS = 15 * 60_000;

/** A deployment that was just made can be missing from ECS's lists for some seconds; a cancelled run has few more. */
const LISTED_WITHIN_MS = 6_000;
const LOOK_EVERY_MS = 500;
const REPEAT_EVERY_MS = 1_000;

/** Has ECS roll a deployment back, cancelled or not; false where it had ended or ECS does not take the request. */
export async function askForRollback(run: RolloutRun, { followed, watch }: Watched): Promise<boolean> {
  const what = `rollback of ${followed.id}`;
  const uncancelled = { ...run, signal: undefined };
  const find = () => repeated(what, () => findServiceDeployment(run, followed), uncancelled, REPEAT_EVERY_MS);
  const deadline = run.clock.now() + LISTED_WITHIN_MS;
  let arn = watch.serviceDeploymentArn() ?? (await find())?.arn;
  while (!arn && run.clock.now() < deadline) {
    await run.clock.sleep(LOOK_EVERY_MS);
    arn = (await find())?.arn;
  }
  const found = arn;
  if (!found || !(await repeated(what, () => run.services.rollBack(found), uncancelled, REPEAT_EVERY_MS))) return false;
  tellOfWrite(what, run);
  return true;
}

/** The same for a run that has more to tell than that ECS refuses: a warning says so, and it counts as not taken. */
export async function askForRollbackOrWarn(run: RolloutRun, watched: Watched): Promise<boolean> {
  try {
    return await askForRollback(run, watched);
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const message = `ECS was not asked to roll ${watched.followed.id} back: ${error.message} ${error.hint}`;
    run.progress.emit({ kind: 'warning', message });
    return false;
  }
}
