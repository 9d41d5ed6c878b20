import { appendFileSync } from 'node:fs';
import { ToolkitError } from '../model/errors.ts';
import { failureLines, failureMarkdown } from '../render/failure.ts';

/**
 * Prints an error for the job's log, of a defect the stack only where the job is being debugged, and leaves outcome and summary
 * for the workflow: by node's own means, since a refused input must not wait for anything to load.
 */
export function reportFailure(error: unknown, env: Readonly<Record<string, string | undefined>>): void {
  const known = error instanceof ToolkitError ? error : defect(error);
  const stack = env['RUNNER_DEBUG'] === '1' && error instanceof Error ? [error.stack ?? ''] : [];
  process.stdout.write(`${[...failureLines(known), ...stack].join('\n')}\n`);
  append(env['GITHUB_OUTPUT'], 'outcome=failed\n');
  append(env['GITHUB_STEP_SUMMARY'], failureMarkdown(known));
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
