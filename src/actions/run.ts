import { cancellation } from '../adapters/runner/cancellation.ts';
import { runnerClock, timeScale } from '../adapters/runner/clock.ts';
import { runnerResults } from '../adapters/runner/results.ts';
import { isGreen, type OutcomeKind, worstOutcome } from '../model/outcome.ts';
import type { ProgressEvent } from '../model/progress-events.ts';
import type { Clock } from '../ports/clock.ts';
import type { Progress } from '../ports/progress.ts';
import { eventLines } from '../render/event-lines.ts';
import { spansOf, type TimedEvent } from '../render/spans.ts';
import { type SummaryUnit, summaryMarkdown, type TimelineEntry } from '../render/summary.ts';
import type { Environment } from './inputs.ts';

/** What every action has while it runs. */
export interface Run {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Whether anything was written to AWS so far. */
  changed(): boolean;
  /** Leaves outputs and the summary, and says whether the run is green. */
  finish(title: string, units: readonly SummaryUnit[], outputs: Readonly<Record<string, string>>): Promise<boolean>;
}

/** Kinds of events that tell the story of a run; the rest is in the log. */
const TOLD: readonly ProgressEvent['kind'][] = [
  'phase',
  'stack-event',
  'service-event',
  'task-stopped',
  'wrote',
  'warning',
];

export function startRun(env: Environment): Run {
  const clock = runnerClock(timeScale(env));
  const results = runnerResults(env);
  const start = clock.now();
  const timeline: TimelineEntry[] = [];
  const timed: TimedEvent[] = [];
  let changed = false;
  const emit = (event: ProgressEvent): void => {
    const lines = eventLines(event);
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    timed.push({ at: clock.now(), event });
    if (event.kind === 'wrote') changed = true;
    if (TOLD.includes(event.kind)) timeline.push({ afterMs: clock.now() - start, text: lines.join(' ') });
  };
  return {
    clock,
    progress: { emit },
    signal: cancellation(),
    changed: () => changed,
    finish: async (title, units, outputs) => {
      const outcome = overall(units);
      for (const [name, value] of Object.entries({ outcome, ...outputs })) await results.setOutput(name, value);
      await results.addSummary(summaryMarkdown(title, units, timeline, spansOf(timed, clock.now())));
      return isGreen(outcome);
    },
  };
}

function overall(units: readonly SummaryUnit[]): OutcomeKind {
  return worstOutcome(units.map(({ outcome }) => outcome.kind));
}
