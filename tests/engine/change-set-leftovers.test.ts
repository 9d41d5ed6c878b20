import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProvisionRequest } from '../../src/engine/provision/context.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import { aCluster } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';

const SCALE = 60;
const HOUR_MS = 3_600_000;
const NAME = 'sample-ecs-cluster';
const KILLED_PLAN = fileURLToPath(new URL('./killed-plan.ts', import.meta.url));

let account: EmulatedAccount;

beforeAll(async () => {
  account = await openAccount(SCALE);
});
afterAll(() => account.stop());

/** A run that starts so much later. */
async function run(mode: ProvisionRequest['mode'], laterMs = 0): Promise<readonly string[]> {
  const { clock } = account.ports;
  const later = { ...clock, now: () => clock.now() + laterMs };
  const ports = { ...account.ports, clock: later };
  const { results } = await provision({ cluster: aCluster(), mode, timeoutMs: HOUR_MS }, ports);
  return results.map(({ outcome }) => outcome.kind);
}

async function killPlan(): Promise<void> {
  const killed = spawn(process.execPath, [KILLED_PLAN, String(SCALE)], {
    stdio: 'inherit',
    timeout: 20_000,
    env: process.env,
  });
  const [, signal] = await once(killed, 'exit');
  expect(signal).toBe('SIGKILL');
}

const left = async (): Promise<number> => (await account.ports.stacks.changeSets(NAME, '')).length;

test('an apply that is cancelled before it executes leaves no stack in review', async () => {
  const controller = new AbortController();
  const { stacks } = account.ports;
  const ports = {
    ...account.ports,
    stacks: {
      ...stacks,
      describeChangeSet: async (id: string) => {
        controller.abort(new Error('cancelled'));
        return stacks.describeChangeSet(id);
      },
    },
  };
  const request = { cluster: aCluster(), mode: 'apply', timeoutMs: HOUR_MS, signal: controller.signal } as const;
  const { results } = await provision(request, ports);
  expect(results[0]?.outcome.kind).not.toBe('deployed');
  // CloudFormation deletes the empty stack while the run ends.
  expect((await stacks.list()).map(({ status }) => status)).not.toContain('REVIEW_IN_PROGRESS');
}, 60_000);

test.each(['plan', 'apply'] as const)(
  'a change set that a killed plan left is deleted by the next %s',
  async (mode) => {
    await run('apply');
    await killPlan();
    expect(await left()).toBe(1);
    expect(await run('plan')).toEqual(['unchanged']);
    expect(await left()).toBe(1); // Its run could be under way still.
    expect(await run(mode, 11 * 60_000)).toEqual(['unchanged']);
    expect(await left()).toBe(0);
    const told = account.events.flatMap((event) => (event.kind === 'notice' ? [event.message] : []));
    expect(told).toContain(`Deleted 1 change set that earlier runs left on ${NAME}.`);
  },
  60_000,
);
