import { isDone, type Outcome } from '../../model/outcome.ts';
import type { Service } from '../../model/service.ts';

interface Ended {
  readonly outcome: Outcome;
}

export interface Turn {
  /** Whether others went before: what was known of the job may no longer be so. */
  readonly hasWaited: boolean;
}

/**
 * Runs all services at once, each as soon as those that it depends on have ended well. One that ended badly, or
 * stands still, keeps back only what depends on it: for those `heldBack` makes the result. What is not among `jobs` is
 * not waited for.
 */
export async function inOrder<Job extends { readonly service: Service }, Result extends Ended>(
  jobs: readonly Job[],
  run: (job: Job, turn: Turn) => Promise<Result>,
  heldBack: (job: Job, cause: string) => Result,
): Promise<readonly Result[]> {
  const started = new Map<string, Promise<Result>>();
  const byName = new Map(jobs.map((job) => [job.service.name, job]));
  const start = (job: Job): Promise<Result> => {
    const running = started.get(job.service.name) ?? begin(job);
    started.set(job.service.name, running);
    return running;
  };
  const begin = async (job: Job): Promise<Result> => {
    const needed = job.service.dependsOn.flatMap((name) => byName.get(name) ?? []);
    for (const each of needed) {
      const { name } = each.service;
      const { kind } = (await start(each)).outcome;
      if (!isDone(kind)) return heldBack(job, `service ${name}, which it depends on, ended ${kind}`);
    }
    return run(job, { hasWaited: needed.length > 0 });
  };
  return Promise.all(jobs.map(start));
}
