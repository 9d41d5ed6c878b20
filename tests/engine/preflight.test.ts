import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { Cluster, Listener } from '../../src/model/cluster.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { PreflightCheck, Unit } from '../../src/model/plan.ts';
import type { Service } from '../../src/model/service.ts';
import { aCluster, aLoadBalancer } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME as NAME, version } from './sample-service.ts';

const SCALE = 600;
const REGION = 'ap-northeast-1';
const REGISTRY = `123456789012.dkr.ecr.${REGION}.amazonaws.com`;
const FILE = 'config/sample-ecs-cluster/services/sample-ecs-service/task-definition.yaml';

let account: EmulatedAccount;
let secretArn: string;

type ServiceName = 'acm' | 'cloudwatch' | 'ecr' | 'iam' | 'secretsmanager' | 'ssm';

function seed<Output>(service: ServiceName, operation: string, input: object): Promise<Output> {
  return account.emulator.world(REGION).call<Output>(service, operation, input);
}

beforeAll(async () => {
  account = await openAccount(SCALE);
  await seed('ecr', 'CreateRepository', { repositoryName: 'app' });
  await seed('ecr', 'PutImage', { repositoryName: 'app', imageManifest: '{"schemaVersion":2}', imageTag: '1' });
  const secret = { Name: 'db', SecretString: '{"password":"hunter2"}' };
  secretArn = (await seed<{ ARN: string }>('secretsmanager', 'CreateSecret', secret)).ARN;
  await seed('ssm', 'PutParameter', { Name: '/app/token', Type: 'SecureString', Value: 'hunter2' });
  for (const [RoleName, Service] of [
    ['app-task', 'ecs-tasks.amazonaws.com'],
    ['app-instance', 'ec2.amazonaws.com'],
  ]) {
    const Statement = { Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await seed('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument });
  }
}, 60_000);
afterAll(() => account.stop());

const roleArn = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;

function service(image: string, container: JsonObject, definition: JsonObject = {}): Service {
  const base = version(image, { container });
  const { taskDefinition } = base;
  const at = { file: FILE, line: 7, column: 12 };
  const source = {
    'containerDefinitions/0/image': at,
    'containerDefinitions/0/secrets/0/valueFrom': { ...at, line: 9 },
  };
  return {
    ...base,
    taskDefinition: { ...taskDefinition, definition: { ...taskDefinition.definition, ...definition }, source },
  };
}

async function planned(wanted: Service): Promise<Unit> {
  const request = { services: [NAME], images: [], commit: 'abc', timeoutMs: 900_000, onCancel: 'rollback' } as const;
  const cluster = aCluster({ services: [wanted] });
  const [result] = await deploy({ ...request, mode: 'plan', cluster }, account.ports);
  if (!result) throw new Error('no result');
  expect(result.outcome.kind).toBe('planned');
  return result.unit;
}

function states({ checks = [] }: Pick<Unit, 'checks'>): readonly string[] {
  return checks.map(({ state, subject }) => `${state}: ${subject.replaceAll(`${REGISTRY}/`, '')}`);
}

function found({ checks = [] }: Pick<Unit, 'checks'>, subject: string): PreflightCheck | undefined {
  return checks.find((check) => check.subject.startsWith(subject));
}

describe('what a service depends on', () => {
  test('passes where it is there, and no value is ever asked for', async () => {
    const secrets = [
      { name: 'PASSWORD', valueFrom: `${secretArn}:password::` },
      { name: 'TOKEN', valueFrom: '/app/token' },
    ];
    const before = account.emulator.requests.since(0).requests.length;
    const roles = { taskRoleArn: roleArn('app-task'), executionRoleArn: 'app-task' };
    const unit = await planned(service(`${REGISTRY}/app:1`, { secrets }, roles));
    expect(states(unit)).toEqual([
      'passed: image app:1 of nginx',
      'passed: secret PASSWORD of nginx',
      'passed: secret TOKEN of nginx',
      'passed: execution role app-task',
      'passed: task role app-task',
    ]);
    const asked = account.emulator.requests
      .since(0)
      .requests.slice(before)
      .map(({ operation }) => operation);
    expect(asked).toEqual(
      expect.arrayContaining(['DescribeImages', 'DescribeSecret', 'DescribeParameters', 'GetRole']),
    );
    expect(asked.filter((name) => /^Get(SecretValue|Parameter)/.test(name ?? ''))).toEqual([]);
    expect(JSON.stringify(unit)).not.toContain('hunter2');
  });

  test('fails where it is not, at its line in config, and the plan stays a plan', async () => {
    account.events.length = 0;
    const secrets = [
      { name: 'PASSWORD', valueFrom: secretArn.replace('db-', 'other-') },
      { name: 'TOKEN', valueFrom: '/app/none' },
    ];
    const roles = { taskRoleArn: roleArn('app-instance'), executionRoleArn: roleArn('none') };
    const unit = await planned(service(`${REGISTRY}/app:2`, { secrets }, roles));
    expect(states(unit)).toEqual([
      'failed: image app:2 of nginx',
      'failed: secret PASSWORD of nginx',
      'failed: secret TOKEN of nginx',
      'failed: execution role none',
      'failed: task role app-instance',
    ]);
    expect(found(unit, 'image')).toMatchObject({ at: { file: FILE, line: 7 } });
    const warnings = account.events.filter(({ kind }) => kind === 'warning');
    expect(warnings).toHaveLength(5);
    expect(warnings).toContainEqual({
      kind: 'warning',
      message: 'secret PASSWORD of nginx: There is no such secret. Create it, or correct valueFrom.',
      at: { file: FILE, line: 9, column: 12 },
    });
  });

  test('is unchecked, and says why, where it is out of reach', async () => {
    const secrets = [{ name: 'PASSWORD', valueFrom: secretArn.replace('123456789012', '999999999999') }];
    const elsewhere = await planned(service('nginx:1.27', { secrets }));
    expect(states(elsewhere)).toEqual(['unchecked: image nginx:1.27 of nginx', 'unchecked: secret PASSWORD of nginx']);
    const foreign = await planned(service(`${REGISTRY.replace('123456789012', '999999999999')}/app:1`, {}));
    expect(found(foreign, 'image')).toMatchObject({
      state: 'unchecked',
      message: expect.stringContaining('the role has no permission'),
    });
  });

  test('has alarms that are there and calm', async () => {
    const alarm = { Namespace: 'Shop', MetricName: 'Errors', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1 };
    const compared = { Threshold: 1, ComparisonOperator: 'GreaterThanThreshold' };
    await seed('cloudwatch', 'PutMetricAlarm', { AlarmName: 'Calm', ...alarm, ...compared });
    const red = { AlarmName: 'Red', TreatMissingData: 'breaching' };
    await seed('cloudwatch', 'PutMetricAlarm', { ...red, ...alarm, ...compared });
    await seed('cloudwatch', 'SetAlarmState', { AlarmName: 'Red', StateValue: 'ALARM', StateReason: 'errors' });
    const alarms = { enable: true, rollback: true, alarmNames: ['Calm', 'Red', 'None'] };
    const unit = await planned(version('app:1', { deployment: { alarms } }));
    expect(states(unit).slice(1)).toEqual(['passed: alarm Calm', 'failed: alarm Red', 'failed: alarm None']);
  });
});

describe('what a cluster depends on', () => {
  async function clusterChecks(overrides: Partial<Cluster>): Promise<Unit> {
    const request = { mode: 'plan', timeoutMs: 900_000 } as const;
    const { results } = await provision({ ...request, cluster: aCluster(overrides) }, account.ports);
    const [first] = results;
    if (!first) throw new Error('no result');
    return first.unit;
  }

  async function certificate(DomainName: string): Promise<string> {
    const request = { DomainName, ValidationMethod: 'DNS' };
    return (await seed<{ CertificateArn: string }>('acm', 'RequestCertificate', request)).CertificateArn;
  }

  function https(certificateArns: readonly string[]): Listener {
    const defaultAction = { kind: 'fixed-response', statusCode: 404 } as const;
    return { port: 443, protocol: 'HTTPS', certificateArns, sslPolicy: undefined, defaultAction };
  }

  test('is in zones that the load balancer is in, with certificates that are issued', async () => {
    const issued = await certificate('web.example.com');
    const pending = await certificate('web.invalid');
    await account.ports.clock.sleep(301_000);
    const none = issued.replace(/[^/]*$/, '00000000-0000-0000-0000-000000000000');
    const loadBalancer = aLoadBalancer({ listeners: [https([issued, pending, none])] });
    const { checks = [] } = await clusterChecks({ loadBalancer });
    expect(checks.map(({ state }) => state)).toEqual(['passed', 'passed', 'failed', 'failed']);
    expect(checks[0]?.message).toBe('Load balancer and instances are in ap-northeast-1a, ap-northeast-1c.');
    expect(checks[1]?.message).toBe('It is issued for web.example.com.');
  });

  test('has a certificate for every host that its services answer to', async () => {
    const issued = await certificate('web.example.com');
    const rules = ['web.example.com', 'api.example.com'].map((host, index) => ({
      listenerPort: 443,
      priority: index + 1,
      conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [host] } }],
    }));
    const base = version('app:1');
    const services = [{ ...base, loadBalancers: base.loadBalancers.map((each) => ({ ...each, rules })) }];
    const loadBalancer = aLoadBalancer({ listeners: [https([issued])] });
    const unit = await clusterChecks({ loadBalancer, services });
    expect(found(unit, 'certificates of listener 443')).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('None covers api.example.com'),
    });
  });
});
