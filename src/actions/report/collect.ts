import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectReviews } from '../../review/collect-reviews.ts';
import type { Environment } from '../inputs.ts';
import type { WorkflowEvent } from './event.ts';
import type { Session } from './session.ts';

/** Writes reviewed.json, what a run that applies may do, and says from which commit on. Only reads from GitHub. */
export async function collect(event: WorkflowEvent, env: Environment, session: Session): Promise<void> {
  const { github, results, say } = session;
  const pushed = { sha: event.head, before: event.kind === 'push' ? event.before : undefined };
  const { reviewed, base } = await collectReviews(pushed, github, await session.viewer());
  const { supersededBy, units, rejected = [] } = reviewed;
  for (const { pull, reason } of rejected) say('notice', `#${pull} does not count as a review. ${reason}`);
  if (supersededBy)
    say('notice', `${pushed.sha} is older than ${supersededBy}, which was applied already: nothing is applied.`);
  say('notice', `${units.length} reviewed ${units.length === 1 ? 'unit' : 'units'} since ${base ?? 'the beginning'}.`);
  const folder = join(env['RUNNER_TEMP'] || tmpdir(), 'ecs-gitops-reviewed');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'reviewed.json');
  writeFileSync(file, `${JSON.stringify(reviewed)}\n`);
  await results.setOutput('reviewed', file);
  await results.setOutput('base', base ?? '');
  await results.setOutput('superseded', String(supersededBy !== undefined));
}
