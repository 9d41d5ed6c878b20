import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import { createAccount } from '../../src/adapters/aws/account.ts';
import { createStacks } from '../../src/adapters/aws/cloudformation/stacks.ts';
import { createServices } from '../../src/adapters/aws/ecs/services.ts';
import { createStandaloneTasks } from '../../src/adapters/aws/ecs/standalone-tasks.ts';
import { createTaskDefinitions } from '../../src/adapters/aws/ecs/task-definitions.ts';
import { createInstances } from '../../src/adapters/aws/instances.ts';
import { createLogs } from '../../src/adapters/aws/logs.ts';
import { createLookups } from '../../src/adapters/aws/lookups.ts';
import { createNetworks } from '../../src/adapters/aws/networks.ts';
import { createRoles } from '../../src/adapters/aws/roles.ts';
import { createScaling } from '../../src/adapters/aws/scaling.ts';
import { createScheduledTasks } from '../../src/adapters/aws/scheduled-tasks.ts';
import { createTargets } from '../../src/adapters/aws/targets.ts';
import { createTaskNetworks } from '../../src/adapters/aws/task-networks.ts';
import { runnerClock } from '../../src/adapters/runner/clock.ts';
import type { ProgressEvent } from '../../src/model/progress-events.ts';
import { VARIABLE } from '../identity/recording.ts';

const REGION = 'ap-northeast-1';
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_REGION: REGION,
} as const;

const SERVER = `require('node:http').createServer((_, answer) => { answer.statusCode = STATUS; answer.end(process.argv[1]); })
  .listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));`;

/** Exits in its first two tasks, as an application does whose database is not there yet. */
const LATE = `const fs = require('node:fs');
const runs = process.env.RUNS;
fs.appendFileSync(runs, '.');
if (fs.statSync(runs).size <= 2) process.exit(3);
${SERVER.replace('STATUS', '200')}`;

/** Images of an application that is well, that answers 503, that cannot start, and that can a little later. */
const IMAGES = {
  'app:1': { command: ['node', '-e', SERVER.replace('STATUS', '200'), 'v1'] },
  'app:2': { command: ['node', '-e', SERVER.replace('STATUS', '200'), 'v2'] },
  'app:sick': { command: ['node', '-e', SERVER.replace('STATUS', '503')] },
  'app:crash': { command: ['node', '-e', 'console.log("no database"); process.exit(3)'] },
  'app:late': { command: ['node', '-e', LATE] },
} as const;

/** An emulated account, and the real adapters that reach it over the wire. */
export interface EmulatedAccount {
  readonly emulator: Emulator;
  readonly ports: ReturnType<typeof portsTo>;
  readonly events: ProgressEvent[];
  /** Operations that wrote since the last time this was asked, by IAM's access levels. */
  writes(): readonly string[];
  stop(): Promise<void>;
}

/** Functions that a lifecycle hook can name. */
const FUNCTIONS = {
  agree: { command: ['node', '-e', `console.log('{"hookStatus":"SUCCEEDED"}')`] },
  refuse: { command: ['node', '-e', `console.log('{"hookStatus":"FAILED"}')`] },
} as const;

export async function openAccount(scale: number): Promise<EmulatedAccount> {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-'));
  const images = join(folder, 'images.json');
  const functions = join(folder, 'functions.json');
  writeFileSync(images, JSON.stringify(IMAGES));
  writeFileSync(functions, JSON.stringify(FUNCTIONS));
  const recordActions = process.env[VARIABLE];
  const emulator = await startEmulator({ scale, images, functions, driver: 'process', vcpusPerCore: 8, recordActions });
  Object.assign(process.env, ENVIRONMENT, { AWS_ENDPOINT_URL: emulator.url });
  const events: ProgressEvent[] = [];
  let seen = 0;
  return {
    emulator,
    events,
    ports: portsTo(scale, events),
    writes: () => {
      const { requests } = emulator.requests.since(0);
      const fresh = requests.slice(seen).filter(({ write }) => write);
      seen = requests.length;
      return fresh.map(({ operation }) => operation ?? '');
    },
    stop: async () => {
      await emulator.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function portsTo(scale: number, events: ProgressEvent[]) {
  const settings = { region: REGION };
  return {
    clock: runnerClock(scale),
    progress: { emit: (event: ProgressEvent) => void events.push(event) },
    account: createAccount(settings, ENVIRONMENT),
    stacks: createStacks(settings),
    networks: createNetworks(settings),
    instances: createInstances(settings),
    roles: createRoles(settings),
    services: createServices(settings),
    taskDefinitions: createTaskDefinitions(settings),
    scaling: createScaling(settings),
    lookups: createLookups(settings),
    scheduledTasks: createScheduledTasks(settings),
    tasks: createStandaloneTasks(settings),
    targets: createTargets(settings),
    taskNetworks: createTaskNetworks(settings),
    logs: createLogs(settings),
  };
}
