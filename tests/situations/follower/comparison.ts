import type { Fault } from '../../planted/fault.ts';
import { median } from '../bounds.ts';
import type { SituationResult } from '../situation.ts';

const FOLLOWER = 'src/engine/rollout/follow-rollout.ts';
const IMPORT = "import { waitFor } from '../wait.ts';";
const BEGINNING = '  const deadline = run.clock.now() + withinMs;';

/** The SDK's waiter in the place of what follows a deployment; everything else of the bundle is as it is. */
export const SDK_WAITER: Fault = {
  name: 'sdk-waiter',
  breaks: 'A deployment is not followed: whatever makes the service stable counts as success.',
  changes: [
    { file: 'src/engine/rollout/sdk-waiter.ts', with: 'tests/situations/follower/sdk-waiter.ts' },
    { file: FOLLOWER, replace: IMPORT, by: `${IMPORT}\nimport { followBySdkWaiter } from './sdk-waiter.ts';` },
    {
      file: FOLLOWER,
      replace: BEGINNING,
      by: `  if (withinMs > 0) return followBySdkWaiter(run, first, { withinMs, signal });\n${BEGINNING}`,
    },
  ],
};

/** Verdicts whose outcome or exit code is not the right one. */
export function wrongVerdicts(results: readonly SituationResult[]): readonly SituationResult[] {
  return results.filter(({ expected, got }) => endingsOf(expected) !== endingsOf(got));
}

export function compare(results: readonly SituationResult[]): string {
  const late = results.flatMap(({ evidenceToVerdict }) => evidenceToVerdict ?? []).toSorted((a, b) => a - b);
  const wrong = wrongVerdicts(results);
  const mean = late.reduce((sum, each) => sum + each, 0) / Math.max(1, late.length);
  return [
    ...wrong.map(({ name, expected, got }) => `✘ ${name}: ${endingsOf(got)} instead of ${endingsOf(expected)}`),
    `waitUntilServicesStable gets ${wrong.length} of ${results.length} verdicts wrong.`,
    `Its verdicts come ${mean.toFixed(0)} s after the evidence on average, median ${median(late).toFixed(0)} s, worst ${(late.at(-1) ?? 0).toFixed(0)} s.`,
  ].join('\n');
}

/** Outcome and exit code of each run. */
function endingsOf(text: string): string {
  return [...text.matchAll(/(?:^|→ )(.*?, exit \d+)/g)].map(([, ending]) => ending).join(' → ');
}
