import { fileURLToPath } from 'node:url';
import { CloudFormationClient, CreateChangeSetCommand, DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import {
  DeleteServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Action, type BundleRun, runBundle } from '../../rehearse/bundle.ts';
import { type ConfigCopy, copyConfig } from '../../rehearse/config-copy.ts';
import { connectToListener, type RunningEmulator, startEmulator } from '../../rehearse/emulator.ts';
import { writeImages } from '../../rehearse/images.ts';
import { createIdentity, type IdentityRoles, SAMPLE_PARAMETERS } from '../identity/identity-stack.ts';
import { jobWith as assumeJob } from '../identity/job.ts';
import type { RoleCredentials } from '../identity/web-identity.ts';

const TIME_SCALE = 40;
const ADMIN = 'AKIAADMIN';
const SAMPLE = fileURLToPath(new URL('../../config/', import.meta.url));

let config: ConfigCopy;
let emulator: RunningEmulator;
let roles: IdentityRoles;

beforeAll(async () => {
  config = await copyConfig(SAMPLE, {});
  const { account, region } = config;
  const where = ['--account', account, '--region', region];
  const judged = ['--enforce-iam', '--admin-key', ADMIN, '--accept-unproven-tokens'];
  const images = await writeImages(config);
  emulator = await startEmulator([...where, ...judged, '--scale', String(TIME_SCALE), '--images', images]);
  const parameters = { ...SAMPLE_PARAMETERS, Destroy: 'true' };
  roles = await createIdentity({ endpoint: emulator.url, region, adminKey: ADMIN }, parameters);
}, 60_000);

afterAll(async () => {
  await emulator.stop();
  await config.remove();
});

const jobWith = (role: keyof IdentityRoles, who: string): Promise<RoleCredentials> =>
  assumeJob(emulator.url, roles[role], who);

function run(
  { accessKeyId }: RoleCredentials,
  action: Action,
  inputs: Record<string, string> = {},
): Promise<BundleRun> {
  const { workspace, region } = config;
  const options = { workspace, region, endpoint: emulator.url, timeScale: TIME_SCALE, commit: '0123456789' };
  return runBundle(action, { config: 'config', ...inputs }, { ...options, accessKeyId });
}

/** Actions that were refused to sessions of a role since the start. */
async function denied(role: string): Promise<readonly string[]> {
  const response = await fetch(`${emulator.url}/_emulator/actions`);
  const { callers } = (await response.json()) as {
    callers: { caller: string; actions: { action: string; denied: number }[] }[];
  };
  return callers
    .filter(({ caller }) => caller.includes(`assumed-role/${role.split('/').at(-1)}/`))
    .flatMap(({ actions }) => actions.filter((use) => use.denied > 0).map(({ action }) => action));
}

const PRODUCTION = 'environment:production';

describe('of the roles of identity/template.yaml, the one', () => {
  test('for each job is enough to provision, to deploy, to plan, to verify and to destroy', async () => {
    const provisioner = await jobWith('provision', PRODUCTION);
    const deployer = await jobWith('deploy', PRODUCTION);
    const planner = await jobWith('plan', 'pull_request');
    const provisioned = await run(provisioner, 'provision');
    const through = await connectToListener(emulator, provisioned.outputs['alb-dns-name'] ?? '', 80);
    const connectTo = { 'connect-to': through ?? '' };
    const deployed = await run(deployer, 'deploy-service', connectTo);
    const verified = await run(deployer, 'verify-alb', connectTo);
    await config.commit(({ cluster, application }) => {
      cluster.setIn(['capacity', 'maxSize'], 5);
      application.set('cpu', 128);
    });
    const planned = [
      await run(planner, 'provision', { mode: 'plan' }),
      await run(planner, 'deploy-service', { mode: 'plan' }),
    ];
    const destroyed = await run(provisioner, 'provision', { mode: 'destroy', cluster: config.cluster });
    const outcomes = [provisioned, deployed, verified, ...planned, destroyed].map(
      ({ outputs, exitCode, log }) => outputs['outcome'] ?? `${exitCode} ${log}`,
    );
    expect(outcomes).toEqual(['deployed', 'deployed', 'verified', 'planned', 'planned', 'destroyed']);
    expect({
      provisioner: await denied(roles.provision),
      deployer: await denied(roles.deploy),
      planner: await denied(roles.plan),
    }).toEqual({ provisioner: [], deployer: [], planner: [] });
  }, 120_000);

  test('that plans executes no change set', async () => {
    const { exitCode, log } = await run(await jobWith('plan', 'ref:refs/heads/main'), 'provision');
    expect(exitCode).toBe(1);
    expect(log).toMatch(
      /is not authorized to perform: cloudformation:ExecuteChangeSet on resource: .*stack\/sample-ecs-cluster/,
    );
  }, 60_000);

  test('that deploys touches no stack, no service of another cluster, and passes no role on', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await jobWith('deploy', PRODUCTION);
    const credentials = { accessKeyId, secretAccessKey, sessionToken };
    const settings = { endpoint: emulator.url, region: config.region, credentials, maxAttempts: 1 };
    const [cloudFormation, ecs] = [new CloudFormationClient(settings), new ECSClient(settings)];
    const StackName = config.cluster;
    const attempts = [
      cloudFormation.send(new CreateChangeSetCommand({ StackName, ChangeSetName: 'c', TemplateBody: '{}' })),
      cloudFormation.send(new DeleteStackCommand({ StackName })),
      ecs.send(new UpdateServiceCommand({ cluster: 'sample-ecs-cluster-2', service: 's', desiredCount: 0 })),
      ecs.send(new DeleteServiceCommand({ cluster: config.cluster, service: config.service, force: true })),
      ecs.send(new RegisterTaskDefinitionCommand({ ...TASK, taskRoleArn: 'arn:aws:iam::123456789012:role/admin' })),
    ];
    const refusals = await Promise.all(attempts.map((attempt) => attempt.then(() => 'allowed', refusedAction)));
    expect(refusals).toEqual([
      'cloudformation:CreateChangeSet',
      'cloudformation:DeleteStack',
      'ecs:UpdateService',
      'ecs:DeleteService',
      'iam:PassRole',
    ]);
  });

  test("that provisions changes no role that the stacks did not make, though its name begins with the cluster's", async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await jobWith('provision', PRODUCTION);
    const credentials = { accessKeyId, secretAccessKey, sessionToken };
    const iam = new IAMClient({ endpoint: emulator.url, region: config.region, credentials, maxAttempts: 1 });
    const role = { RoleName: `${config.cluster}-admin`, AssumeRolePolicyDocument: TRUST };
    const attempt = iam.send(new CreateRoleCommand(role));
    expect(await attempt.then(() => 'allowed', refusedAction)).toBe('iam:CreateRole');
  });
});

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }],
});
const TASK = { family: 'sample-ecs-task', containerDefinitions: [{ name: 'app', image: 'app', memory: 64 }] };

const refusedAction = (error: Error): string =>
  /is not authorized to perform: (\S+)/.exec(error.message)?.[1] ?? error.message;
