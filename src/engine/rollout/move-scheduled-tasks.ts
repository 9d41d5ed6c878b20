import { revisionName } from '../../model/arn.ts';
import { isDone, type Outcome } from '../../model/outcome.ts';
import type { ScheduledTargetView } from '../../model/scheduled-task.ts';
import { targetsToMove } from '../../plan/service/scheduled-tasks.ts';
import type { ScheduledTasks } from '../../ports/scheduled-tasks.ts';
import { write } from '../write.ts';
import type { Ending, RolloutRun } from './context.ts';
import { endedBy } from './result-of.ts';

interface MovingTasks {
  readonly scheduledTasks: ScheduledTasks;
  readonly targets: readonly ScheduledTargetView[];
  /** The ARN of the revision that serves. */
  readonly taskDefinitionArn: string;
}

/**
 * Has scheduled tasks start the revision that serves, once that is proven: after a red end, and at a pause, they stay.
 */
export async function moveScheduledTasks(
  run: RolloutRun,
  ending: Ending,
  { scheduledTasks, targets, taskDefinitionArn }: MovingTasks,
): Promise<Ending> {
  if (!isDone(ending.outcome.kind)) return ending;
  for (const target of targetsToMove(targets, taskDefinitionArn)) {
    const what = `scheduled task ${target.rule} to ${revisionName(taskDefinitionArn)}`;
    try {
      await write(what, () => scheduledTasks.move(target, taskDefinitionArn), run);
    } catch (error) {
      return { ...ending, outcome: unmoved(run, ending.outcome, target, error) };
    }
  }
  return ending;
}

/** The service has what was asked for; the schedule has not. */
function unmoved(
  run: RolloutRun,
  { summary, evidence }: Outcome,
  target: ScheduledTargetView,
  error: unknown,
): Outcome {
  const cause = endedBy(run, error);
  const rest = `scheduled task ${target.rule} still starts ${revisionName(target.taskDefinition)}`;
  return {
    kind: cause.kind,
    summary: `${summary} But ${rest}${cause.kind === 'cancelled' ? ': the run was cancelled' : `: ${cause.summary}`}`,
    evidence,
    nextStep: cause.kind === 'cancelled' ? 'Run the job again: it changes only the scheduled task.' : cause.nextStep,
  };
}
