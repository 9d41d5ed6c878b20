import type { ToolkitError } from '../model/errors.ts';
import { type ConfigIssue, positionText } from '../model/source.ts';
import { annotation } from './log/commands.ts';
import { logText, markdownCode, markdownText } from './text.ts';

/** GitHub keeps the first ten error annotations of a step. */
const ANNOTATIONS = 10;

/**
 * Lines of the job's log for an error: annotations first, since GitHub shows the first ones, then every problem in
 * full.
 */
export function failureLines(error: ToolkitError): readonly string[] {
  if (error.issues.length === 0) {
    const where = error.at ? `${positionText(error.at)}: ` : '';
    return [annotation('error', `${where}${error.message} ${error.hint}`, error.at, error.code)];
  }
  const shown = error.issues.slice(0, ANNOTATIONS);
  return [
    ...shown.map((issue) => annotation('error', issueText(issue), issue.at, error.code)),
    ...error.issues.map((issue) => logText(`${positionText(issue.at)}: ${issueText(issue)}`)),
    logText(`${error.message} ${error.hint}`),
  ];
}

/** Where in the code it was thrown, for the log of a job that is being debugged. */
export function stackLines(error: unknown): readonly string[] {
  return error instanceof Error ? (error.stack ?? '').split('\n').map(logText) : [];
}

/** The job summary for an error: what happened and what to do, then every problem with its place. */
export function failureMarkdown({ code, message, hint, issues }: ToolkitError): string {
  const rows = issues.map(
    ({ at, message, hint }) =>
      `| ${markdownCode(positionText(at))} | ${markdownText(message)} | ${markdownText(hint ?? '')} |`,
  );
  const table = issues.length > 0 ? ['', '| Where | Problem | What to do |', '|---|---|---|', ...rows] : [];
  return [`❌ **${markdownText(message)}** ${markdownText(hint)} (${markdownCode(code)})`, ...table, '', ''].join('\n');
}

function issueText({ message, hint }: ConfigIssue): string {
  return hint ? `${message} ${hint}` : message;
}
