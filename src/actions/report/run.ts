import type { RunRecord } from '../../model/run-record.ts';
import { stateOf } from '../../render/comment/report-state.ts';
import { reportSummary } from '../../render/report/report-summary.ts';
import { reportDrift } from '../../review/drift-issues.ts';
import { recordDeployments } from '../../review/record-deployments.ts';
import type { Environment } from '../inputs.ts';
import { collect, tellBase } from './collect.ts';
import { readEvent, type WorkflowEvent } from './event.ts';
import type { ReportInputs } from './prepare.ts';
import { announcePull, reportMergeGroup, reportPull } from './pull-request.ts';
import { announcePush, reportPush } from './push.ts';
import { readRecords } from './records.ts';
import { openSession, type Session } from './session.ts';

/** Speaks to GitHub about what the other actions left. It knows nothing of AWS, and has no access to it. */
export async function run(given: ReportInputs, env: Environment): Promise<boolean> {
  const session = openSession(given, env);
  const event = readEvent(env);
  switch (given.mode) {
    case 'collect':
      await collect(event, env, session);
      return true;
    case 'base':
      await tellBase(session);
      return true;
    case 'drift':
      await drift(event, readRecords(given.files, session), session);
      return true;
    case 'report':
      await (given.files.length === 0
        ? announce(event, session)
        : report(event, readRecords(given.files, session), session));
      return true;
  }
}

async function announce(event: WorkflowEvent, session: Session): Promise<void> {
  switch (event.kind) {
    case 'pull-request':
      return announcePull(event, session);
    case 'push':
      return announcePush(event, session);
    case 'merge-group':
    case 'other':
      session.say('notice', 'There is nothing to report yet: the input files is empty.');
  }
}

async function report(event: WorkflowEvent, records: readonly RunRecord[], session: Session): Promise<void> {
  switch (event.kind) {
    case 'pull-request':
      return reportPull(event, records, session);
    case 'merge-group':
      return reportMergeGroup(event, records, session);
    case 'push':
      return reportPush(event, records, session);
    case 'other':
      return reportOther(event, records, session);
  }
}

/** A rollback, or an apply that a person started. */
async function reportOther({ head }: WorkflowEvent, records: readonly RunRecord[], session: Session): Promise<void> {
  const context = { head, base: head, ...session.run };
  const state = stateOf(records, 'apply');
  await session.results.addSummary(reportSummary({ state, phase: 'apply', records, context }));
  await session.results.setOutput('state', state);
  await session.permitted('Record the deployments', async () =>
    recordDeployments(records, context, session.github.deployments, await session.viewer()),
  );
}

async function drift({ head }: WorkflowEvent, records: readonly RunRecord[], session: Session): Promise<void> {
  const { github, results, run } = session;
  const state = stateOf(records, 'plan');
  const context = { head, base: head, ...run };
  await results.addSummary(reportSummary({ state, phase: 'plan', records, context }));
  await results.setOutput('state', state);
  const reports = await session.permitted('Update the issues about drift', async () =>
    reportDrift(records, run.folder, github.issues, await session.viewer()),
  );
  await results.setOutput('issues', JSON.stringify(reports ?? []));
}
