import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { ServiceResult } from '../../src/engine/rollout/context.ts';
import { isJsonObject, isList } from '../../src/model/json.ts';
import type { Service } from '../../src/model/service.ts';
import { aCluster } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME as NAME, version } from './sample-service.ts';
import { startTraffic } from './traffic.ts';

let account: EmulatedAccount;
let ec2: EC2Client;
let subnets: string[];
let tasksGroup: string;
let closedGroup: string;

/** The service of the working example, its tasks with network interfaces of their own. */
function awsvpc(image: string, overrides: Partial<Service> = {}, securityGroups = [tasksGroup]): Service {
  const base = version(image);
  const definition = { ...base.taskDefinition.definition, networkMode: 'awsvpc' };
  const networkConfiguration = { awsvpcConfiguration: { subnets, securityGroups } };
  return {
    ...base,
    scaling: undefined,
    taskDefinition: { ...base.taskDefinition, definition },
    settings: { ...base.settings, networkConfiguration },
    ...overrides,
  };
}

async function run(mode: 'plan' | 'apply', service: Service): Promise<ServiceResult> {
  const cluster = aCluster({ services: [service] });
  const limits = { timeoutMs: 900_000, onCancel: 'rollback', images: [], commit: 'abc' } as const;
  const [result] = await deploy({ cluster, services: [NAME], mode, ...limits }, account.ports);
  if (!result) throw new Error('no result');
  return result;
}

/** Groups of the tasks' own: one lets in whoever is in the load balancer's, the other nobody. */
async function createGroups(): Promise<readonly [admitting: string, closed: string]> {
  const Filters = [{ Name: 'group-name', Values: ['sample-alb-sg'] }];
  const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  const [GroupId, closed] = [await createGroup('tasks'), await createGroup('closed')];
  const UserIdGroupPairs = [{ GroupId: SecurityGroups?.[0]?.GroupId }];
  const rule = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, UserIdGroupPairs };
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [rule] }));
  return [GroupId, closed];
}

async function createGroup(GroupName: string): Promise<string> {
  const { GroupId = '' } = await ec2.send(new CreateSecurityGroupCommand({ GroupName, Description: GroupName }));
  return GroupId;
}

async function targetGroupArn(): Promise<string> {
  const [live] = await account.ports.services.describe('sample-ecs-cluster', [NAME]);
  const loadBalancers = live?.description['loadBalancers'];
  return isList(loadBalancers) && isJsonObject(loadBalancers[0]) ? String(loadBalancers[0]['targetGroupArn']) : '';
}

async function taskAddresses(): Promise<readonly string[]> {
  const Filters = [{ Name: 'requester-managed', Values: ['true'] }];
  const { NetworkInterfaces = [] } = await ec2.send(new DescribeNetworkInterfacesCommand({ Filters }));
  return NetworkInterfaces.flatMap(({ PrivateIpAddress = [] }) => PrivateIpAddress).toSorted();
}

beforeAll(async () => {
  account = await openAccount(40);
  ec2 = new EC2Client({});
  const vpcId = (await account.ports.networks.defaultVpcId()) ?? '';
  subnets = (await account.ports.networks.subnets({ vpcId })).map(({ id }) => id);
  tasksGroup = '';
  const cluster = aCluster({ services: [awsvpc('app:1')] });
  const { results } = await provision({ cluster, mode: 'apply', timeoutMs: 3_600_000 }, account.ports);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['deployed', 'deployed']);
  [tasksGroup, closedGroup] = await createGroups();
}, 60_000);
afterAll(async () => {
  ec2.destroy();
  await account.stop();
});

describe('a service of tasks with network interfaces of their own', () => {
  test('is deployed, its targets being the addresses of its tasks', async () => {
    const { outcome } = await run('apply', awsvpc('app:1'));
    expect(outcome).toMatchObject({ kind: 'deployed', summary: 'sample:1 (2 of 2 tasks running) serves.' });
    const targets = await account.ports.targets.health(await targetGroupArn());
    expect(targets.map(({ id, port, state }) => `${id}:${port} ${state}`).toSorted()).toEqual(
      (await taskAddresses()).map((address) => `${address}:80 healthy`),
    );
    expect((await run('apply', awsvpc('app:1'))).outcome.kind).toBe('unchanged');
  }, 30_000);

  test('is foreseen to find room as far as instances have interfaces', async () => {
    const { unit } = await run('plan', awsvpc('app:2'));
    expect(unit.forecast).toMatchObject({
      room: 'enough',
      roomText: '2 more tasks of 128 CPU units, 128 MiB and a network interface: 2 instances have room for 2.',
    });
    const more = await run('plan', awsvpc('app:2', { desiredCount: 3 }));
    expect(more.unit.forecast).toMatchObject({
      room: 'grows',
      roomText: expect.stringContaining(
        'room for 2, short of network interfaces (a t2.medium has 2 for tasks); the group grows from 2 to 3 instances',
      ),
    });
  });

  test('is looked up beforehand to be within reach of the load balancer', async () => {
    const checksOf = async (service: Service): Promise<readonly string[]> =>
      ((await run('plan', service)).unit.checks ?? []).map(
        ({ subject, state, message }) => `${state} ${subject}: ${message}`,
      );
    expect(await checksOf(awsvpc('app:2'))).toContain(
      `passed security groups ${tasksGroup}: They let the load balancer in at port 80.`,
    );
    expect(await checksOf(awsvpc('app:2', {}, [closedGroup]))).toContainEqual(
      expect.stringMatching(
        `^failed security groups ${closedGroup}: None of them lets in the load balancer's group sg-\\w+ at port 80`,
      ),
    );
  });

  test('is updated without losing a request', async () => {
    const traffic = startTraffic(account.emulator);
    const { outcome } = await run('apply', awsvpc('app:2'));
    expect(outcome).toMatchObject({ kind: 'deployed' });
    expect(await traffic.stop()).toEqual({ lost: [], said: ['v1', 'v2'] });
  }, 60_000);

  test('hands its network on to the task before a deployment', async () => {
    const containerOverrides = [{ name: 'nginx', command: ['node', '-e', 'console.log("migrated")'] }];
    const beforeDeployment = { overrides: { containerOverrides }, containerName: 'nginx', timeoutSeconds: 300 };
    const { outcome } = await run('apply', awsvpc('app:1', { beforeDeployment }));
    expect(outcome.evidence.at(-1)).toMatch(/ran: container nginx ended with exit code 0/);
  }, 60_000);

  test('fails where its group keeps the load balancer out, which the next step says', async () => {
    const { outcome } = await run('apply', awsvpc('app:2', {}, [closedGroup]));
    expect(outcome).toMatchObject({
      kind: 'rolled-back',
      summary: expect.stringContaining('the load balancer finds the new tasks unhealthy: Request timed out'),
    });
    expect(JSON.stringify(outcome)).toContain('security group lets the load balancer in');
  }, 60_000);

  test('cannot become one of the other network mode, and the plan says how to get there', async () => {
    const cluster = aCluster({ services: [version('app:1')] });
    const { results } = await provision({ cluster, mode: 'plan', timeoutMs: 3_600_000 }, account.ports);
    const own = results.find(({ service }) => service === NAME);
    expect(own?.outcome).toMatchObject({ kind: 'blocked' });
    expect(JSON.stringify(own?.outcome)).toContain('Another networkMode needs a second service.');
  });
});
