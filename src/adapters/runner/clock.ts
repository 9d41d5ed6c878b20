import { ToolkitError } from '../../model/errors.ts';
import type { Clock } from '../../ports/clock.ts';

/** The real clock, `scale` times as fast. */
export function runnerClock(scale: number): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * scale,
    random: Math.random,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const abort = (): void => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', abort);
          resolve();
        }, ms / scale);
        signal?.addEventListener('abort', abort, { once: true });
      }),
  };
}

/**
 * ECS_GITOPS_TIME_SCALE: how many times as fast as real time the run's clock goes, for the emulator. Against AWS a
 * scaled clock would give up long before AWS is done, so it is refused unless AWS_ENDPOINT_URL is on loopback.
 */
export function timeScale(env: Readonly<Record<string, string | undefined>>): number {
  const given = env['ECS_GITOPS_TIME_SCALE'];
  if (!given) return 1;
  const scale = Number(given);
  if (!(scale > 0) || !Number.isFinite(scale)) {
    throw refusal(`ECS_GITOPS_TIME_SCALE is ${JSON.stringify(given)}.`, 'Give a number above 0, or unset it.');
  }
  if (scale !== 1 && !isLoopback(env['AWS_ENDPOINT_URL'])) {
    throw refusal(
      'ECS_GITOPS_TIME_SCALE is set, but AWS_ENDPOINT_URL is not on loopback.',
      'Unset it: only the emulator supports scaled time.',
    );
  }
  return scale;
}

function isLoopback(endpoint: string | undefined): boolean {
  if (!endpoint || !URL.canParse(endpoint)) return false;
  const { hostname } = new URL(endpoint);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function refusal(message: string, hint: string): ToolkitError {
  return new ToolkitError('TIME_SCALE_REFUSED', message, { hint });
}
