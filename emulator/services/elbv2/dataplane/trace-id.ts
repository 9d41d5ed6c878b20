import type { Random } from '../../../core/random.ts';

/**
 * X-Amzn-Trace-Id for a target: a root of our own, or the client's with our mark before it.
 * Source: "Request tracing for your Application Load Balancer".
 */
export function traceId(received: string | undefined, nowMs: number, random: Random): string {
  const own = `1-${Math.floor(nowMs / 1_000)
    .toString(16)
    .padStart(8, '0')}-${random.hex(24)}`;
  if (received === undefined || received === '') return `Root=${own}`;
  return /(^|;)\s*Root=/i.test(received) ? `Self=${own};${received}` : `Root=${own};${received}`;
}
