import { isDone, type Outcome } from '../../model/outcome.ts';
import type { Service } from '../../model/service.ts';

interface Ended {
  readonly outcome: Outcome;
}

/**
 * Runs all services at once, each as soon as those that it depends on have ended well. One that ended badly, or
 * stands still, keeps back only what depends on it: for those `heldBack` makes the result. What is not among `jobs` is not waited for.
 */
export async function inOrder<Job extends { readonly service: Service }, Result extends Ended>(
  jobs: readonly Job[],
  run: (job: Job) => Promise<Result>,
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
    for (const name of job.service.dependsOn) {
      const needed = byName.get(name);
      const kind = needed && (await start(needed)).outcome.kind;
      if (kind && !isDone(kind)) return heldBack(job, `service ${name}, which it depends on, ended ${kind}`);
    }
    return run(job);
  };
  return Promise.all(jobs.map(start));
}
