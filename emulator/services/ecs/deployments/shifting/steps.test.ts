import { describe, expect, test } from '@jest/globals';
import { fillDeploymentConfiguration } from '../../services/deployment-configuration.ts';
import { blueGreenSteps } from './blue-green.ts';
import { canarySteps } from './canary.ts';
import { linearSteps } from './linear.ts';
import { weightsOf } from './weights.ts';

const percents = (steps: readonly { readonly percent: number; readonly bakeMs: number }[]): string =>
  steps.map(({ percent, bakeMs }) => (bakeMs > 0 ? `${percent}+${bakeMs / 60_000}min` : `${percent}`)).join(' ');

describe('production traffic moves', () => {
  test('at once with BLUE_GREEN', () => {
    expect(percents(blueGreenSteps())).toBe('100');
  });

  test.each([
    [{}, '5+10min 100'],
    [{ canaryPercent: 20, canaryBakeTimeInMinutes: 0 }, '20 100'],
    [{ canaryPercent: 0.1, canaryBakeTimeInMinutes: 1 }, '0.1+1min 100'],
    [{ canaryPercent: 100 }, '100'],
  ])('in two steps with CANARY %j', (canaryConfiguration, expected) => {
    expect(percents(canarySteps(fillDeploymentConfiguration({ strategy: 'CANARY', canaryConfiguration })))).toBe(
      expected,
    );
  });

  test.each([
    [{}, '10+6min 20+6min 30+6min 40+6min 50+6min 60+6min 70+6min 80+6min 90+6min 100'],
    [{ stepPercent: 33.3, stepBakeTimeInMinutes: 1 }, '33.3+1min 66.6+1min 99.9+1min 100'],
    [{ stepPercent: 40, stepBakeTimeInMinutes: 0 }, '40 80 100'],
    [{ stepPercent: 100 }, '100'],
  ])('in equal steps with LINEAR %j', (linearConfiguration, expected) => {
    expect(percents(linearSteps(fillDeploymentConfiguration({ strategy: 'LINEAR', linearConfiguration })))).toBe(
      expected,
    );
  });
});

describe('weights of blue and green', () => {
  const route = { targetGroupArn: '', blue: 'b', green: 'g', productionListenerRule: '', roleArn: '' };
  test.each([
    [0, 100, 0],
    [5, 95, 5],
    [0.1, 999, 1],
    [33.3, 667, 333],
    [99.9, 1, 999],
    [100, 0, 100],
  ])('for %p %% are %i and %i', (percent, blue, green) => {
    expect(weightsOf({ ...route, testListenerRule: undefined }, percent)).toEqual([
      { TargetGroupArn: 'b', Weight: blue },
      { TargetGroupArn: 'g', Weight: green },
    ]);
  });
});
