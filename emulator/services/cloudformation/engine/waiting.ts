import { AwsError } from '../../../core/errors.ts';
import { Unstable } from '../resources/resource-type.ts';
import type { Control } from './control.ts';

const POLL_MS = 5_000;
/**
 * How long CloudFormation waits for a resource before it fails it (est; its handlers allow from minutes to two hours).
 */
const STABLE_WITHIN_MS = 36 * 60_000;
/** Deletions that something else still holds back are tried again for a while. */
const RETRY_MS = 10_000;
const RETRY_WITHIN_MS = 5 * 60_000;

/** Polls as CloudFormation polls a service; fails where the answer never becomes true. */
export async function waitUntil(
  control: Control,
  isTrue: () => Promise<boolean>,
  withinMs: number = STABLE_WITHIN_MS,
): Promise<void> {
  for (let waited = 0; !(await isTrue()); waited += POLL_MS) {
    if (waited >= withinMs) throw new Unstable('Exceeded attempts to wait');
    await control.sleep(POLL_MS);
  }
}

/** Refusals that what goes on beside may lift. */
const PASSING = new Set(['DependencyViolation', 'UpdateInProgressException']);

/**
 * Repeats a call that the service refuses because of what depends on the resource, in case that goes away by itself.
 */
export async function retryWhileDependedOn(control: Control, call: () => Promise<void>): Promise<void> {
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      return await call();
    } catch (error) {
      const depended = error instanceof AwsError && PASSING.has(error.code);
      if (!depended || waited >= RETRY_WITHIN_MS) throw error;
    }
    await control.sleep(RETRY_MS);
  }
}
