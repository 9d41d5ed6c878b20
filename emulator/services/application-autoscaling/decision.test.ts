import { describe, expect, test } from '@jest/globals';
import type { Situation } from './decision.ts';
import { decide } from './decision.ts';
import type { PolicySettings } from './state.ts';

const NOW = 1_000_000;

/** A service of two tasks, of which there may be two to four. */
const situation = (changes: Partial<Situation>): Situation => ({
  desired: 2,
  min: 2,
  max: 4,
  now: NOW,
  lastOut: undefined,
  lastIn: undefined,
  suspended: { in: false, out: false },
  isDeploying: false,
  value: 55,
  threshold: 40,
  ...changes,
});

const steps = (configuration: object): PolicySettings => ({
  type: 'StepScaling',
  configuration: { AdjustmentType: 'ChangeInCapacity', Cooldown: 60, StepAdjustments: [], ...configuration },
});
const OUT = steps({
  StepAdjustments: [
    { MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 30, ScalingAdjustment: 1 },
    { MetricIntervalLowerBound: 30, ScalingAdjustment: 2 },
  ],
});
const IN = steps({ StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }] });
const HALF_AGAIN = steps({
  AdjustmentType: 'PercentChangeInCapacity',
  MinAdjustmentMagnitude: 2,
  StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 50 }],
});
const EXACTLY_THREE = steps({
  AdjustmentType: 'ExactCapacity',
  StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 3 }],
});
const low = { value: 10, threshold: 20 };
const running = (from: number) => ({ from, until: NOW + 1 });
const over = (from: number) => ({ from, until: NOW });

const out = (to: number) => ({ kind: 'scale', direction: 'out', to, cooldownSeconds: 60 });
const back = (to: number) => ({ kind: 'scale', direction: 'in', to, cooldownSeconds: 60 });
const notScaled = (code: string) => ({ kind: 'not-scaled', code });
const nothing = { kind: 'nothing' };

describe('a step policy', () => {
  test.each<[string, PolicySettings, Partial<Situation>, object]>([
    ['scales out by its step', OUT, {}, out(3)],
    ['scales out by the larger step', OUT, { value: 70 }, out(4)],
    ['stops at the maximum', OUT, { desired: 3, value: 70 }, out(4)],
    ['cannot leave the maximum', OUT, { desired: 4 }, notScaled('AlreadyAtMaxCapacity')],
    ['has no step below the threshold', OUT, { value: 39 }, nothing],
    ['does not repeat itself while it cools down', OUT, { desired: 3, lastOut: running(2) }, nothing],
    ['goes on to a larger step while it cools down', OUT, { desired: 3, value: 70, lastOut: running(2) }, out(4)],
    ['repeats itself afterwards', OUT, { desired: 3, lastOut: over(2) }, out(4)],
    ['scales out although a scale-in cools down', OUT, { lastIn: running(3) }, out(3)],
    ['scales out during a deployment', OUT, { isDeploying: true }, out(3)],
    ['does not scale out where that is suspended', OUT, { suspended: { in: false, out: true } }, nothing],
    ['scales in by its step', IN, { ...low, desired: 4 }, back(3)],
    ['cannot go below the minimum', IN, { ...low }, notScaled('AlreadyAtMinCapacity')],
    ['waits for its cooldown', IN, { ...low, desired: 3, lastIn: running(4) }, nothing],
    ['waits for the cooldown of a scale-out', IN, { ...low, desired: 3, lastOut: running(2) }, nothing],
    ['goes on afterwards', IN, { ...low, desired: 3, lastIn: over(4) }, back(2)],
    [
      'does not scale in during a deployment',
      IN,
      { ...low, desired: 4, isDeploying: true },
      notScaled('TargetServicePutResourceAsUnscalable'),
    ],
    [
      'does not scale in where that is suspended',
      IN,
      { ...low, desired: 4, suspended: { in: true, out: false } },
      nothing,
    ],
    ['adds the least magnitude of a percentage', HALF_AGAIN, {}, out(4)],
    ['sets an exact capacity', EXACTLY_THREE, {}, out(3)],
    ['knows when it is there', EXACTLY_THREE, { desired: 3 }, notScaled('AlreadyAtDesiredCapacity')],
    ['does nothing without a threshold', OUT, { threshold: undefined }, nothing],
  ])('%s', (_, policy, changes, expected) => {
    expect(decide(policy, situation(changes))).toEqual(expected);
  });
});

describe('a target tracking policy', () => {
  const tracking = (configuration: object = {}): PolicySettings => ({
    type: 'TargetTrackingScaling',
    configuration: { TargetValue: 50, ...configuration },
    alarms: { high: 'high', low: 'low' },
  });

  test.each<[string, PolicySettings, Partial<Situation>, object]>([
    [
      'scales out in proportion',
      tracking(),
      { value: 75 },
      { kind: 'scale', direction: 'out', to: 3, cooldownSeconds: 300 },
    ],
    ['scales in in proportion', tracking({ ScaleInCooldown: 60 }), { desired: 4, value: 30 }, back(3)],
    ['scales in on request only', tracking({ DisableScaleIn: true }), { desired: 4, value: 30 }, nothing],
    ['does not scale out twice for one rise', tracking(), { desired: 3, value: 75, lastOut: running(2) }, nothing],
  ])('%s', (_, policy, changes, expected) => {
    expect(decide(policy, situation(changes))).toEqual(expected);
  });
});
