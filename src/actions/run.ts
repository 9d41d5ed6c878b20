import { cancellation } from '../adapters/runner/cancellation.ts';
import { runnerClock, timeScale } from '../adapters/runner/clock.ts';
import { runnerResults } from '../adapters/runner/results.ts';
import { writeRunRecord } from '../adapters/runner/run-records.ts';
import type { Cluster } from '../model/cluster.ts';
import { isGreen, type OutcomeKind, worstOutcome } from '../model/outcome.ts';
import type { ProgressEvent } from '../model/progress-events.ts';
import { RECORD_VERSION, type RecordedUnit } from '../model/run-record.ts';
import type { Clock } from '../ports/clock.ts';
import type { Progress } from '../ports/progress.ts';
import { eventLines } from '../render/log/event-lines.ts';
import { storyLine } from '../render/story-line.ts';
import { summaryMarkdown, type TimelineEntry } from '../render/summary.ts';
import { spansOf } from '../render/timeline/spans.ts';
import type { TimedEvent } from '../render/timeline/timed-event.ts';
import { type FailedRun, reportFailure } from './failure.ts';
import type { Environment } from './inputs.ts';

/** What every action has while it runs. */
export interface Run {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Action and mode, as AWS is told what its callers are. */
  readonly purpose: string;
  /** Whether anything was written to AWS so far. */
  changed(): boolean;
  /** Says whose cluster is worked on from here on; what fails is recorded under it. */
  workOn(cluster: Pick<Cluster, 'name' | 'region'> & Partial<Pick<Cluster, 'source'>>): void;
  /** Leaves the record of what was done to the cluster that was worked on. */
  record(units: readonly RecordedUnit[], url?: string): void;
  /** Leaves outputs and the summary, and says whether the run is green. */
  finish(title: string, units: readonly RecordedUnit[], outputs: Readonly<Record<string, string>>): Promise<boolean>;
}

/** What is known of a run before it starts. */
type RunSubject = Pick<FailedRun, 'action' | 'mode' | 'cluster'>;

/**
 * Runs `work` to its end. What it throws is reported and recorded with all that is known by then, and makes the run
 * red.
 */
export async function withRun(
  env: Environment,
  subject: RunSubject,
  work: (run: Run) => Promise<boolean>,
): Promise<boolean> {
  const clock = runnerClock(timeScale(env));
  const startedAt = clock.now();
  const results = runnerResults(env);
  const timeline: TimelineEntry[] = [];
  const timed: TimedEvent[] = [];
  const records: string[] = [];
  let changed = false;
  let target: Pick<FailedRun, 'cluster' | 'region' | 'clusterFile'> = { cluster: subject.cluster };
  const emit = (event: ProgressEvent): void => {
    const lines = eventLines(event);
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    timed.push({ at: clock.now(), event });
    if (event.kind === 'wrote') changed = true;
    const text = storyLine(event);
    if (text !== undefined) timeline.push({ afterMs: clock.now() - startedAt, text });
  };
  const facts = () => ({
    ...subject,
    ...target,
    startedAt,
    endedAt: clock.now(),
    changed,
    spans: spansOf(timed, clock.now()),
  });
  const run: Run = {
    clock,
    progress: { emit },
    signal: cancellation(),
    purpose: [subject.action, subject.mode].filter(Boolean).join('.'),
    changed: () => changed,
    workOn: ({ name, region, source }) => {
      target = { cluster: name, region, clusterFile: source?.['']?.file };
    },
    record: (units, url) => {
      const outcome = overall(units);
      const commit = env['GITHUB_SHA'];
      const path = writeRunRecord({ version: RECORD_VERSION, ...facts(), commit, outcome, units, url }, env);
      if (path) records.push(path);
    },
    finish: async (title, units, outputs) => {
      const outcome = overall(units);
      const all = { outcome, record: records.join('\n'), ...outputs };
      for (const [name, value] of Object.entries(all)) await results.setOutput(name, value);
      await results.addSummary(summaryMarkdown(title, units, timeline, spansOf(timed, clock.now())));
      return isGreen(outcome);
    },
  };
  try {
    return await work(run);
  } catch (error) {
    reportFailure(error, env, { ...facts(), records });
    return false;
  }
}

function overall(units: readonly RecordedUnit[]): OutcomeKind {
  return worstOutcome(units.map(({ outcome }) => outcome.kind));
}
