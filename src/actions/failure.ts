import { appendFileSync } from 'node:fs';
import { writeRunRecord } from '../adapters/runner/run-records.ts';
import { ToolkitError } from '../model/errors.ts';
import { RECORD_VERSION, type RunRecord } from '../model/run-record.ts';
import { failureLines, failureMarkdown, stackLines } from '../render/failure.ts';

/** What is known of a run that ends in an error. */
export interface FailedRun
  extends Pick<
    RunRecord,
    'action' | 'mode' | 'cluster' | 'region' | 'clusterFile' | 'startedAt' | 'endedAt' | 'changed' | 'spans'
  > {
  /** Paths of the records that it has left before. */
  readonly records: readonly string[];
}

/**
 * Prints an error for the job's log, of a defect the stack only where the job is being debugged, and leaves outcome,
 * record and summary for the workflow: by node's own means, since a refused input must not wait for anything to load.
 */
export function reportFailure(
  error: unknown,
  env: Readonly<Record<string, string | undefined>>,
  { records, ...run }: FailedRun,
): void {
  const known = error instanceof ToolkitError ? error : defect(error);
  const stack = env['RUNNER_DEBUG'] === '1' ? stackLines(error) : [];
  process.stdout.write(`${[...failureLines(known), ...stack].join('\n')}\n`);
  const record = writeRunRecord(
    { version: RECORD_VERSION, ...run, commit: env['GITHUB_SHA'], outcome: 'failed', units: [], failure: facts(known) },
    env,
  );
  append(env['GITHUB_OUTPUT'], 'outcome=failed\n');
  append(env['GITHUB_OUTPUT'], lines('record', record ? [...records, record] : records));
  append(env['GITHUB_STEP_SUMMARY'], failureMarkdown(known));
}

/** An output of several lines, in the form of GITHUB_OUTPUT. */
function lines(name: string, values: readonly string[]): string {
  return [`${name}<<END_OF_${name}`, ...values, `END_OF_${name}`, ''].join('\n');
}

function facts({ code, message, hint, at, issues }: ToolkitError): RunRecord['failure'] {
  return { code, message, hint, at, issues };
}

/** The runner makes these files; without it there is nowhere to write to. */
function append(file: string | undefined, text: string): void {
  if (file) appendFileSync(file, text);
}

function defect(error: unknown): ToolkitError {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new ToolkitError('INTERNAL', message, {
    hint: 'This is a defect. Run the job again with debug logging and report it with the log.',
    cause: error,
  });
}
