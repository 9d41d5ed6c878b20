import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counted } from '../../model/text.ts';
import { appliedCommits } from '../../review/applied-commits.ts';
import { collectReviews } from '../../review/collect-reviews.ts';
import type { Environment } from '../inputs.ts';
import type { WorkflowEvent } from './event.ts';
import type { Session } from './session.ts';

/** Writes reviewed.json, what a run that applies may do, and says from which commit on. Only reads from GitHub. */
export async function collect(event: WorkflowEvent, env: Environment, session: Session): Promise<void> {
  const { github, results, say } = session;
  const { folder } = session.run;
  const pushed = { sha: event.head, before: event.kind === 'push' ? event.before : undefined, folder };
  const { reviewed, base, isWhole } = await collectReviews(pushed, github, await session.viewer());
  const { supersededBy, units, rejected = [] } = reviewed;
  for (const { pull, reason } of rejected) say('notice', `#${pull} does not count as a review. ${reason}`);
  if (supersededBy)
    say('notice', `${pushed.sha} is older than ${supersededBy}, which was applied already: nothing is applied.`);
  if (!isWhole) {
    say(
      'warning',
      'So many commits have come since the last one that was applied completely that only the newest pull requests count as reviewed. Everything is selected.',
    );
  }
  say('notice', `${counted(units.length, 'reviewed unit')} since ${base ?? 'the beginning'}.`);
  const temp = join(env['RUNNER_TEMP'] || tmpdir(), 'ecs-gitops-reviewed');
  mkdirSync(temp, { recursive: true });
  const file = join(temp, 'reviewed.json');
  writeFileSync(file, `${JSON.stringify(reviewed)}\n`);
  await results.setOutput('reviewed', file);
  await results.setOutput('base', base ?? '');
  await results.setOutput('superseded', String(supersededBy !== undefined));
}

/** Says from which commit on a push would apply, without what was reviewed: for a plan, which is to show as much. */
export async function tellBase({ github, run, results, permitted, viewer }: Session): Promise<void> {
  const applied = await permitted('Read the deployments', async () =>
    appliedCommits(run.folder, github.deployments, await viewer()),
  );
  await results.setOutput('base', applied?.complete ?? '');
}
