import { nextCronTime, parseCron } from './cron.ts';

/** When a rule is due next, strictly after a time; undefined where never again. Milliseconds since the epoch. */
export type Schedule = (now: number) => number | undefined;

const UNITS_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * `rate(5 minutes)` counts from when the rule was made or enabled; `cron(…)` is in UTC. Undefined where it is neither.
 */
export function parseSchedule(text: string): Schedule | undefined {
  const [, count, unit = '', plural] = /^rate\((\d+) (minute|hour|day)(s)?\)$/.exec(text) ?? [];
  if (count !== undefined) {
    const unitMs = UNITS_MS[unit] ?? 0;
    const isGrammatical = Number(count) > 0 && (count === '1') === (plural === undefined);
    return isGrammatical ? (now) => now + Number(count) * unitMs : undefined;
  }
  const cron = parseCron(text);
  return cron && ((now) => nextCronTime(cron, now));
}
