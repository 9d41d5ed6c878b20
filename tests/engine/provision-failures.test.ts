import {
  CreateTargetGroupCommand,
  DeleteTargetGroupCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { destroy } from '../../src/engine/destroy/destroy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import type { Cluster } from '../../src/model/cluster.ts';
import { clusterTemplate } from '../../src/template/cluster-template.ts';
import { aCapacity, aCluster, aLoadBalancer, aService } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';

const SCALE = 100;
const HOUR_MS = 3_600_000;
const NAME = 'sample-ecs-cluster';
const REGION = 'ap-northeast-1';
const BASE = aCluster({
  services: [aService()],
  source: { '': at(1), capacity: at(31) },
});

let account: EmulatedAccount;

beforeEach(async () => {
  account = await openAccount(SCALE);
});
afterEach(() => account.stop());

function at(line: number) {
  return { file: 'cluster.yaml', line, column: 3 };
}

async function apply(cluster: Cluster) {
  const { results } = await provision({ cluster, mode: 'apply', timeoutMs: HOUR_MS }, account.ports);
  return { results, kinds: results.map(({ outcome }) => outcome.kind) };
}

/** ECS takes no more than 10,000 seconds, and says so only once the group has its instances. */
const TOO_SLOW: Cluster = { ...BASE, capacity: aCapacity({ instanceWarmupSeconds: 20_000 }) };

describe('provisioning over the wire', () => {
  test('finds a role that exists outside of the stack before it writes', async () => {
    const AssumeRolePolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    });
    const command = new CreateRoleCommand({ RoleName: 'ecsInstanceRole', AssumeRolePolicyDocument });
    await new IAMClient({ region: REGION }).send(command);
    account.writes();
    const { kinds, results } = await apply(BASE);
    expect(kinds).toEqual(['blocked', 'blocked']);
    expect(results[0]?.outcome.summary).toContain('Role ecsInstanceRole exists already');
    expect(account.writes()).toEqual([]);
  });

  test('takes a failed creation back past its protected instances, names the cause, and can be repeated', async () => {
    const failed = await apply(TOO_SLOW);
    expect(failed.kinds).toEqual(['rolled-back', 'blocked']);
    expect(failed.results[0]?.outcome.evidence[0]).toMatch(/^cluster\.yaml:31:3 CapacityProvider .* CREATE_FAILED: /);
    expect(account.writes()).toContain('SetInstanceProtection');
    expect(await account.ports.stacks.list()).toEqual([]);
    expect((await apply(BASE)).kinds).toEqual(['deployed', 'deployed']);
  }, 60_000);

  test('rolls a failed update back, names the cause, and is unchanged once config is right again', async () => {
    await apply(BASE);
    const failed = await apply(TOO_SLOW);
    expect(failed.kinds).toEqual(['rolled-back', 'blocked']);
    expect(failed.results[0]?.outcome.summary).toMatch(/could not be updated and was rolled back: CapacityProvider: /);
    account.writes();
    expect((await apply(BASE)).kinds).toEqual(['unchanged', 'unchanged']);
    expect(account.writes()).toEqual([]);
    expect(await account.ports.stacks.changeSets(NAME, '')).toEqual([]);
  }, 60_000);

  test('is blocked by a name that is taken before anything is written, and goes on once it is free', async () => {
    const elb = new ElasticLoadBalancingV2Client({ region: REGION });
    const VpcId = await account.ports.networks.defaultVpcId();
    const taken = new CreateTargetGroupCommand({ Name: 'sample-ecs-tg', Protocol: 'HTTP', Port: 8080, VpcId });
    const { TargetGroups } = await elb.send(taken);
    const { kinds, results } = await apply(BASE);
    expect(kinds).toEqual(['blocked', 'blocked']);
    expect(results[1]?.outcome.nextStep).toMatch(/^Give another name in config/);
    expect(await account.ports.stacks.list()).toEqual([]);
    await elb.send(new DeleteTargetGroupCommand({ TargetGroupArn: TargetGroups?.[0]?.TargetGroupArn }));
    expect((await apply(BASE)).kinds).toEqual(['deployed', 'deployed']);
  }, 60_000);

  test('goes on where a killed run left a change set that was never executed', async () => {
    const template = clusterTemplate(BASE, { vpcId: 'vpc-1', subnetIds: [], instanceSubnetIds: [] });
    await account.ports.stacks.createChangeSet({
      stackName: NAME,
      changeSetName: 'ecs-gitops-killed',
      type: 'CREATE',
      template: template.body,
      parameters: { VpcId: 'vpc-1', SubnetIds: 'subnet-1,subnet-2' },
      tags: template.tags,
      description: 'killed',
    });
    expect((await account.ports.stacks.describe(NAME))?.status).toBe('REVIEW_IN_PROGRESS');
    expect((await apply(BASE)).kinds).toEqual(['deployed', 'deployed']);
    expect(await account.ports.stacks.changeSets(NAME, '')).toEqual([]);
  }, 60_000);

  test('waits for what someone else does to the stack', async () => {
    await apply(BASE);
    const changed = { ...BASE, loadBalancer: aLoadBalancer({ idleTimeoutSeconds: 90 }) };
    const [first, second] = await Promise.all([apply(changed), apply(changed)]);
    const kinds = [first.kinds[0], second.kinds[0]];
    expect(kinds).toContain('deployed');
    expect(['unchanged', 'superseded']).toContain(kinds.find((kind) => kind !== 'deployed') ?? 'unchanged');
    expect((await apply(changed)).kinds).toEqual(['unchanged', 'unchanged']);
  }, 60_000);

  test('builds a cluster in a network of its own, with alarms for its instances, and takes it down again', async () => {
    const cluster = aCluster({
      network: { kind: 'created', cidrBlock: '10.1.0.0/16', availabilityZones: undefined },
      capacity: aCapacity({ instanceScaling: 'alarms' }),
      tags: { team: 'web' },
    });
    const { kinds, results } = await apply(cluster);
    expect(kinds).toEqual(['deployed']);
    expect(results[0]?.stack?.outputs['ScaleOutPolicyArn']).toMatch(/^arn:aws:autoscaling:.*:scalingPolicy:/);
    expect((await apply(cluster)).kinds).toEqual(['unchanged']);
    const destroyed = await destroy({ cluster, confirm: NAME, timeoutMs: HOUR_MS }, account.ports);
    expect(destroyed.results.map(({ outcome }) => outcome.kind)).toEqual(['destroyed']);
  }, 60_000);
});
