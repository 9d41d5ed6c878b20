import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AwsReader, awsReader } from '../../rehearse/aws.ts';
import { type Action, type BundleRun, runBundle } from '../../rehearse/bundle.ts';
import { type ConfigCopy, copyConfig } from '../../rehearse/config-copy.ts';
import { connectToListener, type RunningEmulator, startEmulator } from '../../rehearse/emulator.ts';
import { writeImages } from '../../rehearse/images.ts';

const TIME_SCALE = 40;
const SAMPLE = fileURLToPath(new URL('../../config/', import.meta.url));

let config: ConfigCopy;
let emulator: RunningEmulator;
let aws: AwsReader;
let through: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  config = await copyConfig(SAMPLE, {});
  const where = ['--account', config.account, '--region', config.region];
  emulator = await startEmulator([...where, '--scale', String(TIME_SCALE), '--images', await writeImages(config)]);
  aws = awsReader(emulator.url, config.region);
}, 30_000);

afterAll(async () => {
  await emulator.stop();
  await config.remove();
});

async function run(
  action: Action,
  inputs: Record<string, string> = {},
): Promise<BundleRun & { readonly writes: number }> {
  await emulator.writes();
  const { workspace, region } = config;
  const options = { workspace, region, endpoint: emulator.url, timeScale: TIME_SCALE, commit: '0123456789' };
  const result = await runBundle(action, { config: 'config', ...through, ...inputs }, options);
  return { ...result, writes: await emulator.writes() };
}

/** The steps stand on each other, as they do in a repository's life. */
describe('the main job, through the shipped bundle', () => {
  let provisioned: BundleRun;

  test('a plan of what is not there yet shows everything and writes nothing', async () => {
    const { outputs, log, writes, exitCode } = await run('provision', { mode: 'plan' });
    expect({ outcome: outputs['outcome'], changed: outputs['changed'], writes, exitCode }).toEqual({
      outcome: 'planned',
      changed: 'false',
      writes: 0,
      exitCode: 0,
    });
    expect(log).toMatch(/\+ LoadBalancer AWS::ElasticLoadBalancingV2::LoadBalancer/);
  });

  test('deploying before provisioning says what to do first', async () => {
    const { log, exitCode, writes } = await run('deploy-service');
    expect(log).toMatch(/NOT_PROVISIONED.*[Rr]un provision/);
    expect({ exitCode, writes }).toEqual({ exitCode: 1, writes: 0 });
  });

  test('provisioning builds the stacks and hands on what the next steps need', async () => {
    provisioned = await run('provision');
    expect(provisioned.outputs).toMatchObject({ outcome: 'deployed', changed: 'true' });
    expect(provisioned.outputs['url']).toBe(`http://${provisioned.outputs['alb-dns-name']}`);
    expect(provisioned.outputs['stack-id']).toMatch(/^arn:aws:cloudformation:ap-northeast-1:123456789012:stack\//);
    expect(JSON.parse(provisioned.outputs['target-group-arns'] ?? '')).toEqual({
      'sample-ecs-service': [expect.stringMatching(/:targetgroup\/sample-ecs-tg\//)],
    });
    expect(provisioned.summary).toMatch(/✅/);
    through = {
      'connect-to': (await connectToListener(emulator, provisioned.outputs['alb-dns-name'] ?? '', 80)) ?? '',
    };
  }, 60_000);

  test('deploying creates the service, and the load balancer answers with its version', async () => {
    const { outputs, exitCode } = await run('deploy-service');
    expect(outputs).toMatchObject({ outcome: 'deployed', changed: 'true' });
    expect(outputs['task-definition-arn']).toMatch(/:task-definition\/sample-ecs-task:1$/);
    expect(outputs['deployment-id']).toMatch(/^ecs-svc\/\d+$/);
    expect(exitCode).toBe(0);
    const verified = await run('verify-alb', { 'watch-seconds': '5' });
    expect(verified.outputs).toMatchObject({ outcome: 'verified', failures: '0' });
    expect(Number(verified.outputs['requests'])).toBeGreaterThan(3);
  }, 60_000);

  test('a version that does not serve fails the verification, in words', async () => {
    const { outputs, exitCode, log } = await run('verify-alb', { 'expect-version': 'v9', 'timeout-seconds': '10' });
    expect({ outcome: outputs['outcome'], exitCode }).toEqual({ outcome: 'timed-out', exitCode: 1 });
    expect(log).toMatch(/another version answers: the answer has x-app-version: v1, expected v9/);
  }, 60_000);

  test.each<Action>(['provision', 'deploy-service'])('%s again changes nothing', async (action) => {
    const { outputs, writes, exitCode } = await run(action);
    expect({ outcome: outputs['outcome'], changed: outputs['changed'], writes, exitCode }).toEqual({
      outcome: 'unchanged',
      changed: 'false',
      writes: 0,
      exitCode: 0,
    });
  });

  test('what somebody changed by hand is planned and repaired, and nothing else', async () => {
    const { cluster, service } = config;
    await aws.json('ecs', 'UpdateService', { cluster, service, healthCheckGracePeriodSeconds: 99 });
    await aws.json('monitoring', 'DeleteAlarms', { AlarmNames: ['EcsScaleInAlarm'] });
    const planned = await run('deploy-service', { mode: 'plan' });
    expect(planned.outputs).toMatchObject({ outcome: 'planned', changed: 'false' });
    expect(planned.log).toMatch(/healthCheckGracePeriodSeconds: 99 → 30/);
    expect(planned.log).toMatch(/\+ .*EcsScaleInAlarm/);
    expect(planned.writes).toBe(0);
    const repaired = await run('deploy-service');
    expect({ outcome: repaired.outputs['outcome'], writes: repaired.writes }).toEqual({
      outcome: 'deployed',
      writes: 2,
    });
    const again = await run('deploy-service');
    expect({ outcome: again.outputs['outcome'], writes: again.writes }).toEqual({ outcome: 'unchanged', writes: 0 });
    expect(repaired.outputs['plan-digest']).toBe(planned.outputs['plan-digest']);
  }, 60_000);

  test.each([[{ AWS_REGION: 'eu-west-1' }, /WRONG_REGION.*eu-west-1.*ap-northeast-1/]])(
    'a run elsewhere (%j) refuses before it writes',
    async ({ AWS_REGION }, message) => {
      await emulator.writes();
      const options = {
        workspace: config.workspace,
        region: AWS_REGION,
        endpoint: emulator.url,
        timeScale: TIME_SCALE,
        commit: 'c',
      };
      const { exitCode, log } = await runBundle('provision', { config: 'config' }, options);
      expect(log).toMatch(message);
      expect({ exitCode, writes: await emulator.writes() }).toEqual({ exitCode: 1, writes: 0 });
    },
  );

  test('destroying takes the service down first, then the stacks, and a second time nothing', async () => {
    const { outputs, exitCode } = await run('provision', { mode: 'destroy', cluster: config.cluster });
    expect({ outcome: outputs['outcome'], exitCode }).toEqual({ outcome: 'destroyed', exitCode: 0 });
    const left = await aws.list('cloudformation', 'DescribeStacks', {}, 'Stacks');
    expect(left).toEqual([]);
    const again = await run('provision', { mode: 'destroy', cluster: config.cluster });
    expect({ outcome: again.outputs['outcome'], writes: again.writes }).toEqual({ outcome: 'unchanged', writes: 0 });
  }, 90_000);
});
