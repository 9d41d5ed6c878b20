import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../model/json.ts';
import { bakeMinutes } from './bake-time.ts';

const CANARY = {
  strategy: 'CANARY',
  bakeTimeInMinutes: 5,
  canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 10 },
};
const linear = (stepPercent: number, stepBakeTimeInMinutes: number) => ({
  strategy: 'LINEAR',
  bakeTimeInMinutes: 5,
  linearConfiguration: { stepPercent, stepBakeTimeInMinutes },
});
const pausing = (...lifecycleStages: string[]) => ({ lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages }] });

test.each<[string, JsonObject, readonly number[]]>([
  ['a rolling deployment', { strategy: 'ROLLING', bakeTimeInMinutes: 5 }, [0]],
  ['blue/green', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 }, [5]],
  ['a canary', CANARY, [15]],
  ['ten steps of which the last is not waited for', linear(10, 6), [59]],
  ['steps that do not come out even', linear(30, 1), [8]],
  ['a canary that pauses before it', { ...CANARY, ...pausing('POST_SCALE_UP') }, [0, 15]],
  ['a canary that pauses before each shift', { ...CANARY, ...pausing('PRE_PRODUCTION_TRAFFIC_SHIFT') }, [0, 10, 5]],
  ['a canary that pauses after it', { ...CANARY, ...pausing('POST_PRODUCTION_TRAFFIC_SHIFT') }, [10, 5]],
  [
    'a canary with a function at the same stage',
    { ...CANARY, lifecycleHooks: [{ hookTargetArn: 'arn:a', lifecycleStages: ['POST_SCALE_UP'] }] },
    [15],
  ],
])('%s watches for so many minutes, pause by pause', (_, deploymentConfiguration, expected) => {
  expect(bakeMinutes({ deploymentConfiguration })).toEqual(expected);
});
