import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type ConfigCopy, copyConfig } from './config-copy.ts';

const CLUSTER = `region: ap-northeast-1\naccount: "123456789012"\n`;
const SERVICE = `loadBalancers: [{ containerName: web, containerPort: 80 }]\n`;
const DEFINITION = `containerDefinitions: [{ name: web, image: web:1, memory: 128 }]\n`;

let folder: string;
let copy: ConfigCopy | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-config-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await copy?.remove();
  copy = undefined;
});

function write(services: Readonly<Record<string, readonly [service: string, definition: string]>>): void {
  writeFileSync(join(folder, 'cluster.yaml'), CLUSTER);
  for (const [name, [service, definition]] of Object.entries(services)) {
    const into = join(folder, 'services', name);
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, 'service.yaml'), service);
    writeFileSync(join(into, 'task-definition.yaml'), definition);
  }
}

test('the deregistration delay is the one of the first target group', async () => {
  const targetGroup = 'targetGroup: { deregistrationDelaySeconds: 40 }';
  write({ web: [`loadBalancers: [{ containerName: web, containerPort: 80, ${targetGroup} }]\n`, DEFINITION] });
  copy = await copyConfig(folder, {});
  expect(copy.deregistrationDelaySeconds).toBe(40);
});

test('of several services one has to be chosen', async () => {
  write({ api: [SERVICE, DEFINITION], web: [SERVICE, DEFINITION] });
  await expect(copyConfig(folder, {})).rejects.toThrow(
    /^There is more than one service below .*: api, web\. Choose with --service\.$/,
  );
  copy = await copyConfig(folder, { service: 'web' });
  expect(copy.service).toBe('web');
});

test('a service without a load balancer is refused, since no request would reach it', async () => {
  write({ worker: ['desiredCount: 1\n', DEFINITION] });
  await expect(copyConfig(folder, {})).rejects.toThrow(/^Service worker has no load balancer/);
});

test('what has no stand-in is left out, and said', async () => {
  const secrets = 'secrets: [{ name: KEY, valueFrom: /shop/key }]';
  write({
    web: [
      `${SERVICE}beforeDeployment: { containerOverrides: [{ name: web, command: [migrate] }] }\n`,
      `containerDefinitions: [{ name: web, image: web:1, memory: 128, ${secrets} }]\n`,
    ],
  });
  copy = await copyConfig(folder, {});
  expect(copy.leftOut).toEqual(['beforeDeployment', 'secrets of container web']);
  await copy.commit(() => {});
  const written = readFileSync(join(copy.workspace, 'config', 'services', 'web', 'task-definition.yaml'), 'utf8');
  expect(written).not.toContain('secrets');
});
