import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Action, runBundle } from '../../rehearse/bundle.ts';
import { type RunningEmulator, startEmulator } from '../../rehearse/emulator.ts';
import { createIdentity, type IdentityRoles, SAMPLE_PARAMETERS } from '../identity/identity-stack.ts';
import { jobWith } from '../identity/job.ts';

const ADMIN = 'AKIAADMIN';
const ACCOUNT = '123456789012';
const REGION = 'ap-northeast-1';
const TIME_SCALE = 40;
const MAIN = new URL('../../src/main.ts', import.meta.url).href;
const SERVER =
  "require('node:http').createServer((_, answer) => answer.end()).listen(process.env.PORT, '127.0.0.1'); process.on('SIGTERM', process.exit)";
const PARAMETERS = { ...SAMPLE_PARAMETERS, BeforeDeployment: 'true', KeepRevisions: 'true', RemoveServices: 'true' };
const CONSENTS = 'allow: [{ resource: service/old }, { resource: stack/sample-ecs-cluster-old }]\n';

const workspace = mkdtempSync(join(tmpdir(), 'ecs-gitops-permissions-'));
let emulator: RunningEmulator;
let roles: IdentityRoles;

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
  // The sources as they are: what is judged is the template.
  write('dist/package.json', '{ "type": "module" }');
  for (const action of ['provision', 'deploy-service'])
    write(`dist/${action}.js`, `import { main } from '${MAIN}';\nawait main('${action}');\n`);
  const where = ['--account', ACCOUNT, '--region', REGION, '--scale', String(TIME_SCALE)];
  const judged = ['--enforce-iam', '--admin-key', ADMIN, '--accept-unproven-tokens'];
  emulator = await startEmulator([...where, ...judged, '--images', join(workspace, 'images.json')]);
  roles = await createIdentity({ endpoint: emulator.url, region: REGION, adminKey: ADMIN }, PARAMETERS);
}, 30_000);

afterAll(async () => {
  await emulator.stop();
  rmSync(workspace, { recursive: true });
});

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

test('the roles for what config may ask for besides are enough: a task before, old revisions, removals', async () => {
  const before = `keepRevisions: 1\nbeforeDeployment: { containerOverrides: [{ name: app, command: [node, -e, ''] }] }\n`;
  writeCluster('');
  writeService('old', 'app:1');
  writeService('shop', 'app:1', before);
  const { accessKeyId: provisioner } = await jobWith(emulator.url, roles.provision, 'environment:production');
  const { accessKeyId: deployer } = await jobWith(emulator.url, roles.deploy, 'environment:production');
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
