import type { RunRecord } from '../../model/run-record.ts';
import type { PullView } from '../../ports/github.ts';
import { renderComment, restateComment } from '../../render/comment/comment.ts';
import { findEvidence } from '../../render/comment/evidence.ts';
import type { Report } from '../../render/comment/report.ts';
import { stateOf } from '../../render/comment/report-state.ts';
import { reportSummary } from '../../render/report/report-summary.ts';
import { pullsOfPush } from '../../review/collect-reviews.ts';
import { markStale } from '../../review/mark-stale.ts';
import { publishComment } from '../../review/publish-comment.ts';
import { recordDeployments } from '../../review/record-deployments.ts';
import type { WorkflowEvent } from './event.ts';
import type { Session } from './session.ts';

type Push = Extract<WorkflowEvent, { readonly kind: 'push' }>;

/** Before anything is applied: says so in the comments of the pull requests that were merged. */
export async function announcePush(event: Push, session: Session): Promise<void> {
  const { run, permitted } = session;
  const mark = { run: run.runId, attempt: run.runAttempt };
  await permitted('Comment on the merged pull requests', async () => {
    for (const pull of await mergedPulls(event, session)) {
      const render = (found: { readonly body: string } | undefined): string | undefined =>
        found && restateComment(found.body, 'applying', mark);
      await publishComment(
        { pull: pull.number, folder: run.folder, run: mark, render },
        session.github,
        await session.viewer(),
      );
    }
  });
  await session.results.setOutput('state', 'applying');
}

/**
 * How applying a push ended: in the summary, as deployments, in the comments of what was merged and of what is still
 * open.
 */
export async function reportPush(event: Push, records: readonly RunRecord[], session: Session): Promise<void> {
  const { github, run, results, permitted } = session;
  const ran = records.filter(({ selected }) => selected === undefined);
  if (ran.length === 0) {
    const nothing = 'Nothing was applied: no cluster is affected, or a newer commit was applied before.';
    session.say('notice', nothing);
    await results.addSummary(`${nothing}\n`);
    return;
  }
  const context = { head: event.head, base: event.before ?? event.head, ...run };
  const report: Report = { state: stateOf(records, 'apply'), phase: 'apply', records, context };
  await results.addSummary(reportSummary(report));
  await results.setOutput('state', report.state);
  // Before this one is a deployment, which would end the list of what it brought.
  const pulls = await permitted('Find the merged pull requests', () => mergedPulls(event, session));
  await permitted('Record the deployments', async () =>
    recordDeployments(records, context, github.deployments, await session.viewer()),
  );
  await permitted('Comment on the merged pull requests', () => commentOnMerged(pulls ?? [], report, session));
  await permitted('Mark the plans of open pull requests', async () =>
    markStale({ branch: event.branch, tip: event.head, folder: run.folder }, github, await session.viewer()),
  );
}

async function mergedPulls({ head, before }: Push, session: Session): Promise<readonly PullView[]> {
  return pullsOfPush({ sha: head, before, folder: session.run.folder }, session.github, await session.viewer());
}

/** A pull request without a plan has no comment, and gets none. */
async function commentOnMerged(pulls: readonly PullView[], report: Report, session: Session): Promise<void> {
  for (const { number, head } of pulls) {
    const published = await publishComment(
      {
        pull: number,
        folder: session.run.folder,
        run: { run: session.run.runId, attempt: session.run.runAttempt },
        render: (found, limit) =>
          found &&
          renderComment(
            { ...report, context: { ...report.context, head, base: found.marker.base } },
            { limit, evidence: findEvidence(found.body) },
          ).body,
      },
      session.github,
      await session.viewer(),
    );
    if (published.kind !== 'kept') await session.results.setOutput('comment-url', published.url);
  }
}
