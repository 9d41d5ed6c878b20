import { describe, expect, test } from '@jest/globals';
import { aService } from '../../../tests/builders/cluster.ts';
import { instantClock } from '../../../tests/fakes/clock.ts';
import { deployed, fakeDeployPorts, version } from '../../../tests/fakes/deploy.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { OutcomeKind } from '../../model/outcome.ts';
import type { Scaling, StepPolicy } from '../../model/service.ts';
import { write } from '../write.ts';
import { batchedReads } from './batched-reads.ts';
import { inOrder } from './in-order.ts';

describe('several services', () => {
  const order = async (kinds: Readonly<Record<string, OutcomeKind>>) => {
    const ran: string[] = [];
    const waited: string[] = [];
    const jobs = ['web', 'api', 'database', 'other'].map((name) => ({
      service: aService({
        name,
        dependsOn: name === 'web' ? ['api'] : name === 'api' ? ['database', 'elsewhere'] : [],
      }),
    }));
    const ended = (kind: OutcomeKind) => ({ outcome: { kind, summary: '', evidence: [] } });
    const results = await inOrder(
      jobs,
      async ({ service }, { hasWaited }) => {
        ran.push(service.name);
        if (hasWaited) waited.push(service.name);
        return ended(kinds[service.name] ?? 'deployed');
      },
      () => ended('blocked'),
    );
    return { ran, waited, kinds: results.map(({ outcome }) => outcome.kind) };
  };

  test('are deployed after what they depend on', async () => {
    const { ran, kinds } = await order({});
    expect(ran.toSorted()).toEqual(['api', 'database', 'other', 'web']);
    expect(ran.filter((name) => name !== 'other')).toEqual(['database', 'api', 'web']);
    expect(kinds).toEqual(['deployed', 'deployed', 'deployed', 'deployed']);
  });

  test('are told whether they waited for another one of the run', async () => {
    expect((await order({})).waited.toSorted()).toEqual(['api', 'web']);
  });

  test('are held back only by what they depend on', async () => {
    const { ran, kinds } = await order({ database: 'rolled-back' });
    expect(ran.toSorted()).toEqual(['database', 'other']);
    expect(kinds).toEqual(['blocked', 'blocked', 'rolled-back', 'deployed']);
  });

  test('share the calls that read them', async () => {
    const calls: (readonly string[])[] = [];
    const load = async (keys: readonly string[]) => {
      calls.push(keys);
      return keys.map((key) => key.toUpperCase());
    };
    const read = batchedReads(load, { clock: instantClock(), windowMs: 250 });
    expect(await Promise.all(['a', 'b', 'a'].map(read))).toEqual(['A', 'B', 'A']);
    expect(await read('c')).toBe('C');
    expect(calls).toEqual([['a', 'b'], ['c']]);
  });
});

describe('scaling', () => {
  const step = (name: string): StepPolicy => ({
    alarmName: name,
    policyName: name,
    metricName: 'CPUUtilization',
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    thresholdPercent: 40,
    periodSeconds: 60,
    evaluationPeriods: 1,
    adjustment: 1,
    cooldownSeconds: 60,
  });
  const scaling: Scaling = {
    minCapacity: 2,
    maxCapacity: 4,
    steps: { scaleOut: step('out'), scaleIn: step('in') },
    targetTracking: [],
    drivesInstances: false,
  };

  test('is set up once the service has come up, and not again', async () => {
    const ports = fakeDeployPorts();
    const service = version('nginx:1', { scaling });
    await deployed(ports, service);
    expect(ports.scalingWrites).toEqual([
      'RegisterScalableTarget',
      'PutScalingPolicy',
      'PutScalingPolicy',
      'PutMetricAlarm',
      'PutMetricAlarm',
    ]);
    expect((await deployed(ports, service)).changed).toBe(false);
  });

  test('is not set up for a service that did not come up', async () => {
    const ports = fakeDeployPorts({ courses: ['crashes'] });
    await deployed(ports, version('nginx:1', { scaling }));
    expect(ports.scalingWrites).toEqual([]);
  });

  test('is repaired alone', async () => {
    const ports = fakeDeployPorts();
    const service = version('nginx:1', { scaling });
    await deployed(ports, service);
    await ports.scaling.deleteAlarms(['out']);
    expect((await deployed(ports, service)).outcome.kind).toBe('deployed');
    expect(ports.scalingWrites.slice(6)).toEqual(['PutMetricAlarm']);
    expect(ports.ecs.writes).toHaveLength(2);
  });
});

describe('a write', () => {
  const passing = new ToolkitError('AWS_UNAVAILABLE', 'Unable to assume the service linked role.', { hint: '' });
  const writing = (call: () => Promise<string>) => {
    const clock = instantClock();
    const started = clock.now();
    const written: string[] = [];
    const answer = write('service', call, { clock, progress: { emit: () => {} }, signal: undefined, written });
    return { answer, written, seconds: () => (clock.now() - started) / 1000 };
  };

  test('is repeated while a role is being made', async () => {
    let left = 3;
    const { answer, written } = writing(async () => {
      if (left-- > 0) throw passing;
      return 'done';
    });
    expect(await answer).toBe('done');
    expect(written).toEqual(['service']);
  });

  test('is repeated for about a minute only', async () => {
    const { answer, written, seconds } = writing(async () => {
      throw passing;
    });
    await expect(answer).rejects.toBe(passing);
    expect(seconds()).toBe(60);
    expect(written).toEqual([]);
  });
});
