import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Action, type BundleRun, runBundle } from '../../rehearse/bundle.ts';
import { type ConfigCopy, copyConfig } from '../../rehearse/config-copy.ts';
import { connectToListener, type RunningEmulator, startEmulator } from '../../rehearse/emulator.ts';
import { writeImages } from '../../rehearse/images.ts';

const TIME_SCALE = 40;
const ADMIN = 'AKIAADMIN';
const SAMPLE = fileURLToPath(new URL('../../config/', import.meta.url));
const SECURITY = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');

/** The first policy below a heading of docs/security.md. */
function policyOf(heading: string): string {
  const [, section = ''] = SECURITY.split(`\n### ${heading}\n`);
  const [, policy = ''] = /```json\n(.*?)```/s.exec(section) ?? [];
  return policy;
}

let config: ConfigCopy;
let emulator: RunningEmulator;

beforeAll(async () => {
  config = await copyConfig(SAMPLE, {});
  const where = ['--account', config.account, '--region', config.region];
  const judged = ['--enforce-iam', '--admin-key', ADMIN];
  const images = await writeImages(config);
  emulator = await startEmulator([...where, ...judged, '--scale', String(TIME_SCALE), '--images', images]);
}, 30_000);

afterAll(async () => {
  await emulator.stop();
  await config.remove();
});

const client = () => ({
  endpoint: emulator.url,
  region: config.region,
  credentials: { accessKeyId: ADMIN, secretAccessKey: 'secret' },
});

/** An access key of a role that has the named policies. */
async function keyWith(RoleName: string, headings: readonly string[]): Promise<string> {
  const iam = new IAMClient(client());
  const Statement = { Effect: 'Allow', Principal: { AWS: config.account }, Action: 'sts:AssumeRole' };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  for (const heading of headings)
    await iam.send(
      new PutRolePolicyCommand({ RoleName, PolicyName: heading.split(' ')[0], PolicyDocument: policyOf(heading) }),
    );
  // A role that was just made cannot be assumed: the client tries again, as it would on AWS.
  const sts = new STSClient(client());
  for (let tries = 0; ; tries++)
    try {
      const request = new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: 'run' });
      return (await sts.send(request)).Credentials?.AccessKeyId ?? '';
    } catch (error) {
      if (tries >= 200) throw error;
      await pause(25);
    }
}

function run(accessKeyId: string, action: Action, inputs: Record<string, string> = {}): Promise<BundleRun> {
  const { workspace, region } = config;
  const options = { workspace, region, endpoint: emulator.url, timeScale: TIME_SCALE, commit: '0123456789' };
  return runBundle(action, { config: 'config', ...inputs }, { ...options, accessKeyId });
}

/** Refused requests of the session since the start. */
async function denied(role: string): Promise<readonly string[]> {
  const response = await fetch(`${emulator.url}/_emulator/actions`);
  const { callers } = (await response.json()) as {
    callers: { caller: string; actions: { action: string; denied: number }[] }[];
  };
  return callers
    .filter(({ caller }) => caller.includes(`assumed-role/${role}/`))
    .flatMap(({ actions }) => actions.filter((use) => use.denied > 0).map(({ action }) => action));
}

describe('the policies of docs/security.md are enough', () => {
  test('to provision, to deploy, to plan and to destroy', async () => {
    const provisioner = await keyWith('provisioner', ['Plan', 'Provision']);
    const deployer = await keyWith('deployer', ['Deploy service']);
    const planner = await keyWith('planner', ['Plan']);
    const provisioned = await run(provisioner, 'provision');
    const through = await connectToListener(emulator, provisioned.outputs['alb-dns-name'] ?? '', 80);
    const made = [provisioned, await run(deployer, 'deploy-service', { 'connect-to': through ?? '' })];
    await config.commit(({ cluster, application }) => {
      cluster.setIn(['capacity', 'maxSize'], 5);
      application.set('cpu', 128);
    });
    const planned = [
      await run(planner, 'provision', { mode: 'plan' }),
      await run(planner, 'deploy-service', { mode: 'plan' }),
    ];
    const destroyed = await run(provisioner, 'provision', { mode: 'destroy', cluster: config.cluster });
    const outcomes = [...made, ...planned, destroyed].map(
      ({ outputs, exitCode, log }) => outputs['outcome'] ?? `${exitCode} ${log}`,
    );
    expect(outcomes).toEqual(['deployed', 'deployed', 'planned', 'planned', 'destroyed']);
    expect({
      provisioner: await denied('provisioner'),
      deployer: await denied('deployer'),
      planner: await denied('planner'),
    }).toEqual({ provisioner: [], deployer: [], planner: [] });
  }, 120_000);
});

test('the plan role changes nothing', async () => {
  const planner = await keyWith('reader', ['Plan']);
  const { exitCode, log } = await run(planner, 'provision');
  expect(exitCode).toBe(1);
  expect(log).toMatch(
    /is not authorized to perform: cloudformation:ExecuteChangeSet on resource: .*stack\/sample-ecs-cluster/,
  );
}, 60_000);
