import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningEmulator } from './emulator-command.ts';
import { START_WITHIN_MS, startEmulator } from './emulator-command.ts';

/** Versions of CDK's command and library that go together; they are no dependency of this project. */
const PACKAGES = ['aws-cdk@2.1148.1', 'aws-cdk-lib@2.275.0', 'constructs@10.8.1'];
const CACHE = join(tmpdir(), `ecs-gitops-${PACKAGES.join('-')}`);
const APP = fileURLToPath(new URL('cdk/app.cjs', import.meta.url));
const IMAGES = fileURLToPath(new URL('cdk/images.json', import.meta.url));

const run = promisify(execFile);

/** Why CDK cannot be tried here, if so. */
function obstacle(): string | undefined {
  if (process.env['CDK_TESTS'] !== '1') return 'CDK_TESTS is not 1';
  if (existsSync(join(CACHE, 'installed'))) return undefined;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'package.json'), '{"private":true}');
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'];
  const { status } = spawnSync('npm', ['install', ...flags, ...PACKAGES], { cwd: CACHE, timeout: 180_000 });
  if (status !== 0) return `npm cannot install ${PACKAGES.join(', ')}`;
  writeFileSync(join(CACHE, 'installed'), '');
  return undefined;
}

const why = obstacle();
if (why !== undefined) console.warn(`The AWS CDK is not tried: ${why}.`);

(why === undefined ? describe : describe.skip)('an app of the AWS CDK', () => {
  let emulator: RunningEmulator;
  let workspace: string;
  beforeAll(async () => {
    workspace = mkdtempSync(join(tmpdir(), 'cdk-'));
    emulator = await startEmulator('--scale', '60', '--images', IMAGES);
  }, START_WITHIN_MS);
  afterAll(async () => {
    await emulator.stop();
    rmSync(workspace, { recursive: true });
  }, START_WITHIN_MS);

  async function cdk(...args: string[]): Promise<{ readonly code: number; readonly output: string }> {
    const env = {
      ...emulator.env,
      HOME: workspace,
      NODE_PATH: join(CACHE, 'node_modules'),
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CDK_DISABLE_VERSION_CHECK: '1',
      CI: 'true',
    };
    const line = [...args, '--app', `node ${APP}`, '--no-notices', '--no-color'];
    const options = { cwd: workspace, env, timeout: 150_000, maxBuffer: 16 * 1024 * 1024 };
    try {
      const { stdout, stderr } = await run(join(CACHE, 'node_modules/.bin/cdk'), line, options);
      return { code: 0, output: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as {
        readonly code: number;
        readonly stdout: string;
        readonly stderr: string;
      };
      return { code, output: stdout + stderr };
    }
  }
  const inspect = async <Answer>(route: string): Promise<Answer> =>
    (await (await fetch(`${emulator.url}/_emulator/${route}`)).json()) as Answer;
  interface Listener {
    readonly address: { readonly port: number };
  }
  const answerOfTheService = async (): Promise<string> => {
    const { listeners } = await inspect<{ readonly listeners: readonly Listener[] }>('listeners');
    return (await fetch(`http://127.0.0.1:${listeners[0]?.address.port}/`)).text();
  };
  const deploy = (...args: string[]) => cdk('deploy', '--require-approval', 'never', ...args);

  test('is deployed, and serves', async () => {
    expect(await deploy()).toMatchObject({ code: 0, output: expect.stringContaining('✅  Shop') });
    expect(await answerOfTheService()).toBe('example/web:v1');
    interface Request {
      readonly operation: string;
      readonly errorCode?: string;
    }
    const { requests } = await inspect<{ readonly requests: readonly Request[] }>('requests');
    const refused = requests.filter(({ errorCode }) => errorCode !== undefined);
    // CDK asks for a stack that is not there, and tries the role of a bootstrap.
    expect(new Set(refused.map(({ operation }) => operation))).toEqual(new Set(['DescribeStacks', 'AssumeRole']));
  }, 200_000);

  test('differs in nothing once it is deployed', async () => {
    expect(await cdk('diff', '--fail')).toMatchObject({
      code: 0,
      output: expect.stringContaining('There were no differences'),
    });
  }, 200_000);

  test('shows another image as a replaced task definition and an updated service', async () => {
    const { code, output } = await cdk('diff', '--fail', '-c', 'image=example/web:v2');
    expect(code).toBe(1);
    expect(output).toContain('[~] AWS::ECS::TaskDefinition Task Task79114B6B replace');
    expect(output).toMatch(/\[~\] AWS::ECS::Service .*\n.*TaskDefinition\n/);
    expect(output).not.toContain('AWS::ECS::Cluster');
  }, 200_000);

  test('is updated to another image', async () => {
    expect(await deploy('-c', 'image=example/web:v2')).toMatchObject({ code: 0 });
    expect(await answerOfTheService()).toBe('example/web:v2');
  }, 200_000);

  test('is rolled back from an image that nobody can pull', async () => {
    const { code, output } = await deploy('-c', 'image=example/nothing:v3');
    expect(code).toBe(1);
    expect(output).toContain("Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.");
    expect(output).toContain('UPDATE_ROLLBACK_COMPLET');
    expect(await answerOfTheService()).toBe('example/web:v2');
  }, 200_000);

  test('is destroyed', async () => {
    expect(await cdk('destroy', '--force')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Shop: destroyed'),
    });
    expect(await inspect('listeners')).toEqual({ listeners: [] });
  }, 200_000);
});
