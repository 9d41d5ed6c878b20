import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { ServiceResult } from '../../src/engine/rollout/context.ts';
import { aCluster } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME as NAME, type SampleVersion, version } from './sample-service.ts';

const SCALE = 40;

let account: EmulatedAccount;

beforeAll(async () => {
  account = await openAccount(SCALE);
  const cluster = aCluster({ services: [version('app:1')] });
  await provision({ cluster, mode: 'apply', timeoutMs: 3_600_000 }, account.ports);
}, 60_000);
afterAll(() => account.stop());

async function run(mode: 'plan' | 'apply', image: string, more: SampleVersion = {}): Promise<ServiceResult> {
  const cluster = aCluster({ services: [version(image, more)] });
  const request = { cluster, services: [NAME], images: [], commit: 'abc', timeoutMs: 900_000 } as const;
  const [result] = await deploy({ ...request, mode, onCancel: 'rollback' }, account.ports);
  if (!result) throw new Error('no result');
  return result;
}

function warnings(): readonly string[] {
  return account.events.flatMap((event) => (event.kind === 'warning' ? event.message : []));
}

describe('the forecast over the wire', () => {
  test('of a new service counts its first tasks', async () => {
    const { unit } = await run('plan', 'app:1');
    expect(unit.forecast).toMatchObject({ tasks: 2, lowest: 0, highest: 2, room: 'enough', lastDurationsMs: [] });
    expect((await run('apply', 'app:1')).outcome.kind).toBe('deployed');
  }, 30_000);

  test.each([
    ['enough', 1024, '2 more tasks of 1024 CPU units, 128 MiB: 2 instances have room for 2.'],
    ['grows', 2000, '2 instances have room for 0; the group grows from 2 to 4 instances (at most 4).'],
    ['missing', 4000, 'a new t2.medium would have room for none.'],
  ] as const)('says that room is %s for tasks of other sizes', async (room, cpu, text) => {
    account.events.length = 0;
    const { unit, outcome } = await run('plan', 'app:1', { container: { cpu } });
    expect(outcome.kind).toBe('planned');
    expect(unit.forecast).toMatchObject({ room, roomText: expect.stringContaining(text) });
    expect(warnings().some((message) => message.includes('may not find room'))).toBe(room === 'missing');
  });

  test('is none where nothing rolls', async () => {
    const { unit } = await run('plan', 'app:1');
    expect(unit.forecast).toBeUndefined();
    const inPlace = await run('plan', 'app:1', { deployment: { maximumPercent: 150 } });
    expect(inPlace.unit.changes).toHaveLength(1);
    expect(inPlace.unit.forecast).toBeUndefined();
  });

  test('comes true, and remembers how long it took', async () => {
    const planned = (await run('plan', 'app:2', { deployment: { maximumPercent: 150 } })).unit;
    expect(planned.forecast).toMatchObject({ lowest: 2, highest: 3, waves: 2 });
    expect(planned.forecast?.lastDurationsMs).toHaveLength(1);
    account.events.length = 0;
    const { unit, outcome } = await run('apply', 'app:2', { deployment: { maximumPercent: 150 } });
    expect(outcome.kind).toBe('deployed');
    expect(unit.digest).toBe(planned.digest);
    const running = account.events.flatMap((event) =>
      event.kind === 'rollout' ? event.view.deployments.reduce((sum, each) => sum + each.runningCount, 0) : [],
    );
    expect(Math.max(...running)).toBe(3);
    expect(Math.min(...running)).toBeGreaterThanOrEqual(2);
    const next = (await run('plan', 'app:1')).unit.forecast;
    expect(next?.lastDurationsMs).toHaveLength(2);
    for (const ms of next?.lastDurationsMs ?? []) expect(ms).toBeGreaterThan(5_000);
  }, 30_000);
});
