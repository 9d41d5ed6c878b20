import type { RevisionMove } from '../../plan/service/revision-move.ts';
import { write } from '../write.ts';
import type { RolloutRun } from './context.ts';

/** ARN of the revision that the service is to run, registered with these tags where there is none yet. */
export async function ensureRevision(
  run: Pick<RolloutRun, 'taskDefinitions' | 'clock' | 'progress' | 'signal' | 'written'>,
  revision: RevisionMove['revision'],
  tags: Readonly<Record<string, string>>,
): Promise<string> {
  if ('arn' in revision) return revision.arn;
  const { register } = revision;
  const what = `a revision of task definition ${register['family']}`;
  return write(what, () => run.taskDefinitions.register(register, tags), run);
}
