import type { ChildProcess } from 'node:child_process';
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));
const run = promisify(execFile);

async function start(...args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [CLI, '--port', '0', '--driver', 'none', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no stdout');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line)) ?? [];
  return { child, url };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  child.kill(signal);
  const [code] = await once(child, 'exit');
  return code;
}

describe('the emulator command', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('says where it listens and ends on %s', async (signal) => {
    const { child, url } = await start('--account', '111122223333');
    const health = await fetch(`${url}/_emulator/health`);
    expect(await health.json()).toMatchObject({ status: 'ok', account: '111122223333' });
    expect(await end(child, signal)).toBe(0);
  });

  test.each([
    [['--account', '12'], 'An account id has twelve digits.'],
    [['--port', 'high'], 'It must be a port.'],
    [['--scale', '0'], 'It must be a positive number.'],
    [['--sabotage', 'everything'], 'Allowed choices are stop-first, kill-before-drain, short-drain, '],
    [['--images', '/nowhere/images.json'], 'ENOENT'],
  ])('refuses %j', async (args, message) => {
    const refused = run(process.execPath, [CLI, '--port', '0', ...args]);
    await expect(refused).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
  });
});

const hasAws = spawnSync('aws', ['--version']).status === 0;
if (!hasAws) console.warn('The AWS CLI is not installed: its tests are skipped.');

(hasAws ? describe : describe.skip)('the AWS CLI', () => {
  let emulator: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    emulator = await start();
  });
  afterAll(() => end(emulator.child, 'SIGTERM'));

  const aws = async (...args: string[]): Promise<unknown> => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_ENDPOINT_URL: emulator.url,
      AWS_DEFAULT_REGION: 'ap-northeast-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_PAGER: '',
    };
    const { stdout } = await run('aws', [...args, '--output', 'json'], { env });
    return stdout === '' ? undefined : JSON.parse(stdout);
  };

  test('speaks JSON, Query, EC2 and CBOR to it', async () => {
    const [identity, image, vpcs, alarms] = await Promise.all([
      aws('sts', 'get-caller-identity'),
      aws('ssm', 'get-parameter', '--name', '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id'),
      aws('ec2', 'describe-vpcs', '--filters', 'Name=is-default,Values=true'),
      aws('cloudwatch', 'describe-alarms'),
    ]);
    expect(identity).toMatchObject({ Account: '123456789012' });
    expect(image).toMatchObject({ Parameter: { Value: expect.stringMatching(/^ami-/) } });
    expect(vpcs).toMatchObject({ Vpcs: [{ CidrBlock: '172.31.0.0/16' }] });
    expect(alarms).toEqual({ MetricAlarms: [], CompositeAlarms: [] });
  }, 30_000);

  test('shows its errors by their codes', async () => {
    const [role, group] = await Promise.allSettled([
      aws('iam', 'get-role', '--role-name', 'nobody'),
      aws('logs', 'describe-log-streams', '--log-group-name', 'nobody'),
    ]);
    expect(role).toMatchObject({
      reason: {
        stderr: expect.stringContaining(
          '(NoSuchEntity) when calling the GetRole operation: The role with name nobody cannot be found.',
        ),
      },
    });
    expect(group).toMatchObject({ reason: { stderr: expect.stringContaining('(ResourceNotFoundException)') } });
  }, 30_000);
});
