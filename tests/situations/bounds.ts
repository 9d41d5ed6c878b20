import type { Situation, SituationResult } from './situation.ts';

const MEDIAN_SECONDS = 2;
const WORST_SECONDS = 6;
const STOP_SECONDS = 2;
const FEWEST_ENDINGS = 8;

/** What is wrong with a run of situations, one sentence each. `isWhole` where all of them were played. */
export function problemsOf(
  results: readonly SituationResult[],
  situations: readonly Situation[],
  { isWhole }: { readonly isWhole: boolean },
): readonly string[] {
  const losing = new Set(situations.filter(({ loses }) => loses).map(({ name }) => name));
  const times = results.flatMap(({ evidenceToVerdict }) => evidenceToVerdict ?? []).toSorted((a, b) => a - b);
  const middle = median(times);
  const endings = new Set(results.flatMap(({ got }) => got.split(' → ').map((verdict) => verdict.split(';')[0])));
  return [
    ...results
      .filter(({ expected, got }) => expected !== got)
      .map(({ name, expected, got }) => `${name}: expected ${expected}, got ${got}`),
    ...results
      .filter(({ name, dropped }) => dropped > 0 && !losing.has(name))
      .map(({ name, dropped }) => `${name}: ${dropped} requests were lost`),
    ...results
      .filter(({ evidenceToVerdict }) => (evidenceToVerdict ?? 0) > WORST_SECONDS)
      .map(
        ({ name, evidenceToVerdict }) =>
          `${name}: the verdict came after ${evidenceToVerdict} s, ${WORST_SECONDS} are allowed`,
      ),
    ...results
      .filter(({ doomToStop = 0 }) => doomToStop > STOP_SECONDS)
      .map(({ name, doomToStop }) => `${name}: it was stopped after ${doomToStop} s, ${STOP_SECONDS} are allowed`),
    ...(middle > MEDIAN_SECONDS ? [`the median verdict came after ${middle} s, ${MEDIAN_SECONDS} are allowed`] : []),
    ...(isWhole && endings.size < FEWEST_ENDINGS ? [`there were only ${endings.size} different endings`] : []),
  ];
}

export function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? upper);
  return Math.round((lower + upper) * 50) / 100;
}
