import { withoutCredentials } from './credentials.ts';
import type { ConfigIssue, SourcePosition } from './source.ts';

/** Every way to fail that is not an outcome. Each has a heading in docs/troubleshooting.md. */
export const ERROR_CODES = [
  'INPUT_MISSING',
  'INPUT_INVALID',
  'CONFIG_NOT_FOUND',
  'CONFIG_INVALID',
  'CREDENTIALS_MISSING',
  'WRONG_ACCOUNT',
  'WRONG_REGION',
  'ACCESS_DENIED',
  'AWS_REFUSED',
  'AWS_UNAVAILABLE',
  'NOT_PROVISIONED',
  'NETWORK_UNSUITABLE',
  'SCHEDULED_TASK_UNSUITABLE',
  'RESULTS_MISSING',
  'GITHUB_DENIED',
  'GITHUB_REFUSED',
  'GITHUB_UNAVAILABLE',
  'TIME_SCALE_REFUSED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

interface ErrorDetails {
  /** What to do next, in one sentence. */
  readonly hint: string;
  readonly at?: SourcePosition | undefined;
  /** All problems of a config folder, for CONFIG_INVALID. */
  readonly issues?: readonly ConfigIssue[] | undefined;
  readonly cause?: unknown;
}

/** The only error that the toolkit throws on purpose: what happened, where, what to do next. */
export class ToolkitError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly at: SourcePosition | undefined;
  readonly issues: readonly ConfigIssue[];

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(withoutCredentials(message), { cause: details.cause });
    this.name = 'ToolkitError';
    this.code = code;
    this.hint = details.hint;
    this.at = details.at;
    this.issues = details.issues ?? [];
  }
}
