import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Action, runBundle } from '../../rehearse/bundle.ts';
import { type RunningEmulator, startEmulator } from '../../rehearse/emulator.ts';

const ADMIN = 'AKIAADMIN';
const ACCOUNT = '123456789012';
const REGION = 'ap-northeast-1';
const TIME_SCALE = 40;
const SECURITY = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
const MAIN = new URL('../../src/main.ts', import.meta.url).href;
const SERVER =
  "require('node:http').createServer((_, answer) => answer.end()).listen(process.env.PORT, '127.0.0.1'); process.on('SIGTERM', process.exit)";
const CONSENTS = 'allow: [{ resource: service/old }, { resource: stack/sample-ecs-cluster-old }]\n';

const workspace = mkdtempSync(join(tmpdir(), 'ecs-gitops-permissions-'));
let emulator: RunningEmulator;

/** All policies below a heading of docs/security.md, those of what config may ask for besides included; for families of ours. */
function policiesOf(heading: string): readonly string[] {
  const [, after = ''] = SECURITY.split(`\n### ${heading}\n`);
  const [section = ''] = after.split('\n### ');
  return [...section.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) =>
    text.replaceAll('/sample-ecs-task:', '/sample-ecs-*:'),
  );
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

function writeService(name: string, image: string, more = ''): void {
  const folder = `config/sample-ecs-cluster/services/${name}`;
  const rule = `{ priority: ${name.length}, conditions: [{ field: path-pattern, values: [/${name}] }] }`;
  const balancer = `{ containerName: app, containerPort: 80, rules: [${rule}] }`;
  write(`${folder}/service.yaml`, `desiredCount: 1\nloadBalancers: [${balancer}]\n${more}`);
  write(
    `${folder}/task-definition.yaml`,
    `family: sample-ecs-${name}\ncontainerDefinitions:\n  - { name: app, image: ${image}, memory: 64, portMappings: [{ containerPort: 80 }] }\n`,
  );
}

function writeCluster(consents: string): void {
  const capacity = 'capacity: { autoScalingGroupName: sample-autoscaling-group }';
  const role = 'roles: { instance: { name: ecsInstanceRole } }';
  const head = `region: ${REGION}\naccount: "${ACCOUNT}"\n${role}\n${capacity}\n`;
  write('config/sample-ecs-cluster/cluster.yaml', `${head}${consents}`);
}

beforeAll(async () => {
  const images = ['app:1', 'app:2', 'app:3'].map((name) => [name, { command: ['node', '-e', SERVER] }]);
  write('images.json', JSON.stringify(Object.fromEntries(images)));
  // The sources as they are: what is judged is the documentation.
  write('dist/package.json', '{ "type": "module" }');
  for (const action of ['provision', 'deploy-service'])
    write(`dist/${action}.js`, `import { main } from '${MAIN}';\nawait main('${action}');\n`);
  const where = ['--account', ACCOUNT, '--region', REGION, '--scale', String(TIME_SCALE)];
  const judged = ['--enforce-iam', '--admin-key', ADMIN];
  emulator = await startEmulator([...where, ...judged, '--images', join(workspace, 'images.json')]);
}, 30_000);

afterAll(async () => {
  await emulator.stop();
  rmSync(workspace, { recursive: true });
});

async function keyWith(RoleName: string, policies: readonly string[]): Promise<string> {
  const credentials = { accessKeyId: ADMIN, secretAccessKey: 'secret' };
  const settings = { endpoint: emulator.url, region: REGION, credentials };
  const [iam, sts] = [new IAMClient(settings), new STSClient(settings)];
  const Statement = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  for (const [index, PolicyDocument] of policies.entries())
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: `policy-${index}`, PolicyDocument }));
  // A role that was just made cannot be assumed: the client tries again, as it would on AWS.
  for (let tries = 0; ; tries++)
    try {
      const request = new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: 'run' });
      return (await sts.send(request)).Credentials?.AccessKeyId ?? '';
    } catch (error) {
      if (tries >= 200) throw error;
      await pause(25);
    }
}

async function run(accessKeyId: string, action: Action): Promise<string> {
  const where = { workspace, region: REGION, endpoint: emulator.url, timeScale: TIME_SCALE, commit: 'abc' };
  const { log, outputs } = await runBundle(
    action,
    { config: 'config' },
    { ...where, accessKeyId, dist: join(workspace, 'dist') },
  );
  const warnings = log.split('\n').filter((line) => /^::(warning|error)/.test(line));
  return [outputs['outcome'], ...warnings].join(' ');
}

test('the policies for what config may ask for besides are enough: a task before, old revisions, removals', async () => {
  const before = `keepRevisions: 1\nbeforeDeployment: { containerOverrides: [{ name: app, command: [node, -e, ''] }] }\n`;
  writeCluster('');
  writeService('old', 'app:1');
  writeService('shop', 'app:1', before);
  const provisioner = await keyWith('provisioner', [...policiesOf('Plan'), ...policiesOf('Provision')]);
  const deployer = await keyWith('deployer', policiesOf('Deploy service'));
  const outcomes = [await run(provisioner, 'provision')];
  for (const image of ['app:1', 'app:2', 'app:3']) {
    writeService('shop', image, before);
    if (image === 'app:3') {
      writeCluster(CONSENTS);
      rmSync(join(workspace, 'config/sample-ecs-cluster/services/old'), { recursive: true });
    }
    outcomes.push(await run(deployer, 'deploy-service'));
  }
  outcomes.push(await run(provisioner, 'provision'));
  expect(outcomes).toEqual(['deployed', 'deployed', 'deployed', 'deployed', 'destroyed']);
  const { requests } = (await (await fetch(`${emulator.url}/_emulator/requests`)).json()) as {
    readonly requests: readonly { readonly operation?: string }[];
  };
  expect(requests.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['RunTask', 'DeregisterTaskDefinition', 'DeleteService', 'DeleteStack']),
  );
}, 120_000);
