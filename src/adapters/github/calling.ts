import { ToolkitError } from '../../model/errors.ts';
import type { Clock } from '../../ports/clock.ts';

/** What Octokit's RequestError has, as far as it is read here. */
interface RequestFailure {
  readonly message: string;
  readonly status?: number;
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> };
}

const ATTEMPTS = 4;
/** Longer than this in all a job does not wait for GitHub. */
const MOST_WAITING_MS = 180_000;
/**
 * What GitHub asks for where a secondary limit names no time (docs.github.com, best practices for using the REST API).
 */
const SECONDARY_MS = 60_000;

interface CallOptions {
  /** Whether a call of which nobody knows if it went through may be sent again. */
  readonly repeatable: boolean;
}

/**
 * Asks GitHub, again after a while where it is busy or limits the rate, and translates what it throws. `doing`
 * completes "while …", e.g. `listing comments`.
 */
export async function calling<T>(
  doing: string,
  call: () => Promise<T>,
  clock: Clock,
  { repeatable }: CallOptions = { repeatable: true },
): Promise<T> {
  let waited = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const delay = delayMs(error as RequestFailure, attempt, repeatable, clock);
      if (delay === undefined || attempt === ATTEMPTS || waited + delay > MOST_WAITING_MS)
        throw translated(error, doing);
      waited += delay;
      await clock.sleep(delay);
    }
  }
}

/** The HTTP status of what Octokit threw. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error ? (error as RequestFailure).status : undefined;
}

/** How long to wait before another attempt; undefined where there is no use in one. */
function delayMs(error: RequestFailure, attempt: number, repeatable: boolean, clock: Clock): number | undefined {
  if (isLimited(error)) return limitMs(error, clock);
  // Octokit gives 500 to what never reached GitHub, too.
  if (!repeatable || (error.status ?? 0) < 500) return undefined;
  return 1000 * 2 ** (attempt - 1) * (0.5 + clock.random());
}

function isLimited({ status, message, response }: RequestFailure): boolean {
  if (status === 429) return true;
  const { headers = {} } = response ?? {};
  return (
    status === 403 &&
    (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message))
  );
}

function limitMs({ response }: RequestFailure, clock: Clock): number {
  const { headers = {} } = response ?? {};
  const after = Number(headers['retry-after']);
  if (after >= 0) return after * 1000;
  const resetAt = Number(headers['x-ratelimit-reset']) * 1000;
  if (headers['x-ratelimit-remaining'] === '0' && resetAt > 0) return Math.max(0, resetAt - clock.now()) + 1000;
  return SECONDARY_MS;
}

function translated(error: unknown, doing: string): ToolkitError {
  const { status = 0, message } = error instanceof Error ? (error as RequestFailure) : { message: String(error) };
  const text = `GitHub: ${message} (${status}, while ${doing}).`;
  if (isLimited(error as RequestFailure) || status >= 500) {
    return new ToolkitError('GITHUB_UNAVAILABLE', text, {
      hint: 'Run the job again a little later.',
      cause: error,
    });
  }
  // GraphQL answers 200 to what a token may not do.
  if (status === 401 || status === 403 || /not accessible by/i.test(message)) {
    return new ToolkitError('GITHUB_DENIED', text, {
      hint: 'Give the job the permissions that docs/security.md lists for report. Runs from forks never have them.',
      cause: error,
    });
  }
  return new ToolkitError(status >= 400 ? 'GITHUB_REFUSED' : 'INTERNAL', text, {
    hint: 'Correct what the message of GitHub says, then run the job again.',
    cause: error,
  });
}
