import type { TaskView } from '../../model/service-views.ts';
import { explainStop } from '../task/stopped-tasks.ts';
import type { Proof } from './proof.ts';

const ROUNDS = 2;

/**
 * Proof in exit codes: every task of two successive rounds has ended by itself. A single round proves nothing, since an
 * application may exit until its database answers. `tasks` are all that the deployment has started; the caller makes
 * sure that none was ever healthy.
 */
export function proveByExits(tasks: readonly TaskView[]): Proof | undefined {
  const rounds = roundsOf(tasks);
  const failed = rounds.slice(0, ROUNDS);
  if (failed.length < ROUNDS || !failed.flat().every(hasExited)) return undefined;
  const last = failed.at(-1)?.[0];
  if (!last) return undefined;
  return {
    kind: 'exit',
    cause: explainStop(last).text,
    certainty: `all tasks of ${ROUNDS} rounds in a row ended like that, and none was ever healthy`,
    nextStep:
      "Read the container's last lines in this job's log, correct what they say, and commit. If it only waits for something, let it wait instead of exiting, or set failFast: false in service.yaml.",
  };
}

/** A task belongs to the round after the last one of which a task had begun to stop before this one was created. */
function roundsOf(tasks: readonly TaskView[]): readonly (readonly TaskView[])[] {
  const rounds: TaskView[][] = [];
  for (const task of tasks.toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
    const before = rounds.findLastIndex((round) => round.some((each) => endOf(each) <= (task.createdAt ?? 0)));
    const round = rounds[before + 1];
    if (round) round.push(task);
    else rounds.push([task]);
  }
  return rounds;
}

function endOf({ stoppingAt, stoppedAt }: TaskView): number {
  return stoppingAt ?? stoppedAt ?? Number.POSITIVE_INFINITY;
}

function hasExited(task: TaskView): boolean {
  const { cause } = explainStop(task);
  return task.stopCode === 'EssentialContainerExited' && (cause === 'exit' || cause === 'memory');
}
