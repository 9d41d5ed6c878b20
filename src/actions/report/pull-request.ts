import type { RunRecord } from '../../model/run-record.ts';
import { type Comment, renderComment, restateComment } from '../../render/comment/comment.ts';
import type { Report, ReportState } from '../../render/comment/report.ts';
import { stateOf } from '../../render/comment/report-state.ts';
import { reportAnnotations } from '../../render/report/report-annotations.ts';
import { reportSummary } from '../../render/report/report-summary.ts';
import { planStatus } from '../../review/plan-status.ts';
import { type Published, publishComment } from '../../review/publish-comment.ts';
import type { WorkflowEvent } from './event.ts';
import type { Session } from './session.ts';

type PullRequest = Extract<WorkflowEvent, { readonly kind: 'pull-request' }>;
type MergeGroup = Extract<WorkflowEvent, { readonly kind: 'merge-group' }>;

const FORK =
  'This pull request comes from a fork and gets no credentials, so there is no plan of what merging it would do. Its config is valid.';

/** Before anything has run: says in the comment that a plan is being made, or that the pull request was closed. */
export async function announcePull(event: PullRequest, session: Session): Promise<void> {
  if (event.isClosed && event.isMerged) return;
  const state = event.isClosed ? 'closed' : 'planning';
  const report: Report = { state, phase: 'plan', records: [], context: { ...event, ...session.run } };
  const run = { run: session.run.runId, attempt: session.run.runAttempt };
  const published = await session.permitted('Comment on the pull request', async () =>
    publishComment(
      {
        pull: event.number,
        folder: session.run.folder,
        run,
        render: (found, limit) => {
          const restated = found && restateComment(found.body, state, run, event.head);
          if (restated && restated.length <= limit) return restated;
          return event.isClosed ? undefined : renderComment(report, { limit }).body;
        },
      },
      session.github,
      await session.viewer(),
    ),
  );
  await finish(state, published, session);
  if (!event.isClosed && published?.kind !== 'kept') await setStatus(event.head, state, undefined, session);
}

/** What merging would do, on the pull request and in the summary. */
export async function reportPull(event: PullRequest, records: readonly RunRecord[], session: Session): Promise<void> {
  if (event.isFork && !records.some(({ failure, mode }) => mode === 'plan' || isInvalid(failure))) {
    session.say('notice', FORK);
    await session.results.addSummary(`${FORK}\n`);
    return;
  }
  const report = reportOf(event, records, session);
  process.stdout.write(
    reportAnnotations(records)
      .map((line) => `${line}\n`)
      .join(''),
  );
  await session.results.addSummary(reportSummary(report));
  let comment: Comment | undefined;
  const published = await session.permitted('Comment on the pull request', async () =>
    publishComment(
      {
        pull: event.number,
        folder: session.run.folder,
        run: { run: session.run.runId, attempt: session.run.runAttempt },
        render: (_, limit) => {
          comment = renderComment(report, { limit });
          return comment.body;
        },
      },
      session.github,
      await session.viewer(),
    ),
  );
  await finish(report.state, published, session);
  if (published?.kind !== 'kept') await setStatus(event.head, report.state, comment, session);
}

/** A merge group has no comment: its commit gets the status, and the run the summary. */
export async function reportMergeGroup(
  event: MergeGroup,
  records: readonly RunRecord[],
  session: Session,
): Promise<void> {
  const report = reportOf(event, records, session);
  await session.results.addSummary(reportSummary(report));
  await setStatus(event.head, report.state, renderComment(report), session);
  await session.results.setOutput('state', report.state);
}

function reportOf({ head, base }: PullRequest | MergeGroup, records: readonly RunRecord[], session: Session): Report {
  return { state: stateOf(records, 'plan'), phase: 'plan', records, context: { head, base, ...session.run } };
}

function isInvalid(failure: RunRecord['failure']): boolean {
  return failure !== undefined && failure.code !== 'RESULTS_MISSING';
}

async function setStatus(
  sha: string,
  state: ReportState,
  comment: Comment | undefined,
  session: Session,
): Promise<void> {
  const status = { ...planStatus(state, session.run.folder, comment), url: session.run.runUrl };
  await session.permitted('Set the commit status', () => session.github.statuses.set(sha, status));
}

async function finish(state: ReportState, published: Published | undefined, { results, say }: Session): Promise<void> {
  await results.setOutput('state', state);
  if (published?.kind === 'kept') say('notice', 'A later run has reported already: nothing was changed.');
  if (published && published.kind !== 'kept') await results.setOutput('comment-url', published.url);
}
