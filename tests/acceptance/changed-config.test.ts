import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runBundle } from '../../rehearse/bundle.ts';
import { type RunningEmulator, startEmulator } from '../../rehearse/emulator.ts';

const REGION = 'ap-northeast-1';
const TIME_SCALE = 100;
const MAIN = new URL('../../src/main.ts', import.meta.url).href;
const CLUSTER = `
region: ${REGION}
account: "123456789012"
`;
const TASK = `
containerDefinitions: [{ name: app, image: app, memory: 64, portMappings: [{ containerPort: 80 }] }]
`;

const workspace = mkdtempSync(join(tmpdir(), 'ecs-gitops-changes-'));
let emulator: RunningEmulator;

beforeAll(async () => {
  write('dist/package.json', '{ "type": "module" }');
  write('dist/provision.js', `import { main } from '${MAIN}';\nawait main('provision');\n`);
  emulator = await startEmulator(['--scale', String(TIME_SCALE), '--driver', 'none']);
}, 30_000);
afterAll(async () => {
  await emulator.stop();
  rmSync(workspace, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

async function provision(
  cluster: string,
  service: string,
): Promise<{ readonly outcome: string; readonly log: string }> {
  write('config/shop/cluster.yaml', `${CLUSTER}${cluster}`);
  write('config/shop/services/web/service.yaml', service);
  write('config/shop/services/web/task-definition.yaml', TASK);
  const where = { workspace, region: REGION, endpoint: emulator.url, timeScale: TIME_SCALE, commit: 'abc' };
  const run = await runBundle('provision', { config: 'config' }, { ...where, dist: join(workspace, 'dist') });
  return { outcome: run.outputs['outcome'] ?? '', log: run.log };
}

/** The lines for `allow` that a refusal asks for. */
const consentsIn = (log: string): readonly string[] => log.match(/- \{ (?:stack|resource): .*? \}(?= |$)/gm) ?? [];

test('settings of every resource are changed where they are, once the consents that are asked for are given', async () => {
  const before = `
network: { vpc: default, availabilityZones: [ap-northeast-1a, ap-northeast-1c] }
tags: { team: shop, budget: "7" }
capacity: { targetCapacity: 100 }
loadBalancer:
  allowedCidrBlocks: [0.0.0.0/0]
  listeners: [{ port: 80, defaultAction: { type: fixed-response, statusCode: 404 } }]
`;
  const after = `
network: { vpc: default, availabilityZones: [ap-northeast-1a, ap-northeast-1c, ap-northeast-1d] }
tags: { team: till }
capacity: { targetCapacity: 80, maxSize: 5, instanceType: t3.large }
loadBalancer:
  allowedCidrBlocks: [10.0.0.0/8]
  idleTimeoutSeconds: 90
  listeners: [{ port: 80, defaultAction: { type: fixed-response, statusCode: 503 } }]
`;
  const balanced = (path: string, priority: number) => `
loadBalancers:
  - containerName: app
    containerPort: 80
    targetGroup: { healthCheck: { path: ${path} } }
    rules: [{ priority: ${priority}, conditions: [{ field: path-pattern, values: ['${path}'] }] }]
logGroup: { name: /ecs/shop, retentionInDays: ${priority} }
`;
  const first = await provision(before, balanced('/a', 7));
  const changed = balanced('/b', 14);
  const refused = await provision(after, changed);
  const allowed = await provision(`${after}allow:\n  ${consentsIn(refused.log).join('\n  ')}\n`, changed);
  expect([first.outcome, refused.outcome, allowed.outcome, allowed.log.match(/^::error.*/gm)]).toEqual([
    'deployed',
    'blocked',
    'deployed',
    null,
  ]);
}, 120_000);
