import { describe, expect, test } from '@jest/globals';
import type { ServiceName } from '../core/world.ts';
import { loadModel } from '../protocol/model.ts';
import { SERVICES } from '../protocol/services.ts';
import { actionTypesOf } from './catalogue.ts';
import type { Lookup } from './lookup.ts';
import { permissionsFor } from './permissions.ts';
import type { Attempt } from './policy/evaluate.ts';

const place = { account: '123456789012', region: 'ap-northeast-1' };
const arn = (service: string, rest: string): string => `arn:aws:${service}:ap-northeast-1:123456789012:${rest}`;
const TASK_ROLE = 'arn:aws:iam::123456789012:role/app/task';
const HOOK_ROLE = TASK_ROLE.replace(/\/[^/]+$/, '/hook');

/** The account as far as requests leave it to be looked up. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  'iam GetRole': { Role: { Arn: TASK_ROLE } },
  'iam GetInstanceProfile': {
    InstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/x/p', Roles: [{ Arn: TASK_ROLE }] },
  },
  'cloudformation DescribeChangeSet': { StackId: arn('cloudformation', 'stack/shop/uuid') },
  'secretsmanager DescribeSecret': { ARN: arn('secretsmanager', 'secret:db-AbCdEf') },
  'ecs DescribeTaskDefinition': { taskDefinition: { taskDefinitionArn: arn('ecs', 'task-definition/web:7') } },
};
const lookup: Lookup = async <Output>(service: ServiceName, operation: string) =>
  ANSWERS[`${service} ${operation}`] as Output | undefined;

const needed = (service: ServiceName, operation: string, input: unknown): Promise<readonly Attempt[]> =>
  permissionsFor({ service, operation, input, place }, new Map(), lookup);

test.each<[string, object, string[]]>([
  ['ecs UpdateService', { cluster: 'shop', service: 'web' }, [`ecs:UpdateService ${arn('ecs', 'service/shop/web')}`]],
  [
    'ecs UpdateService',
    { service: arn('ecs', 'service/shop/web'), cluster: arn('ecs', 'cluster/shop') },
    [`ecs:UpdateService ${arn('ecs', 'service/shop/web')}`],
  ],
  [
    'ecs DescribeServices',
    { services: ['a', 'b'] },
    [
      `ecs:DescribeServices ${arn('ecs', 'service/default/a')}`,
      `ecs:DescribeServices ${arn('ecs', 'service/default/b')}`,
    ],
  ],
  [
    'events PutTargets',
    { Rule: 'nightly', Targets: [{ Id: 'a', Arn: arn('ecs', 'cluster/shop'), RoleArn: TASK_ROLE }] },
    [`events:PutTargets ${arn('events', 'rule/nightly')}`, `iam:PassRole ${TASK_ROLE}`],
  ],
  ['events DescribeRule', { Name: 'nightly' }, [`events:DescribeRule ${arn('events', 'rule/nightly')}`]],
  ['events ListRuleNamesByTarget', { TargetArn: arn('ecs', 'cluster/shop') }, ['events:ListRuleNamesByTarget *']],
  [
    'ecr DescribeImages',
    { repositoryName: 'team/app', imageIds: [{ imageTag: '1' }] },
    [`ecr:DescribeImages ${arn('ecr', 'repository/team/app')}`],
  ],
  [
    'ecr DescribeImages',
    { repositoryName: 'app', registryId: '999999999999' },
    ['ecr:DescribeImages arn:aws:ecr:ap-northeast-1:999999999999:repository/app'],
  ],
  [
    'secretsmanager DescribeSecret',
    { SecretId: 'db' },
    [`secretsmanager:DescribeSecret ${arn('secretsmanager', 'secret:db-AbCdEf')}`],
  ],
  [
    'acm DescribeCertificate',
    { CertificateArn: arn('acm', 'certificate/1') },
    [`acm:DescribeCertificate ${arn('acm', 'certificate/1')}`],
  ],
  ['ecs ListTasks', { cluster: 'shop' }, [`ecs:ListTasks ${arn('ecs', 'container-instance/shop/*')}`]],
  ['ecs DescribeTaskDefinition', { taskDefinition: 'web' }, ['ecs:DescribeTaskDefinition *']],
  [
    'ecs StopServiceDeployment',
    { serviceDeploymentArn: arn('ecs', 'service-deployment/shop/web/x') },
    [
      `ecs:StopServiceDeployment ${arn('ecs', 'service/shop/web')}`,
      `ecs:StopServiceDeployment ${arn('ecs', 'service-deployment/shop/web/x')}`,
    ],
  ],
  [
    'ecs UpdateService',
    {
      cluster: 'shop',
      service: 'web',
      loadBalancers: [{ advancedConfiguration: { roleArn: TASK_ROLE } }],
      deploymentConfiguration: { lifecycleHooks: [{ roleArn: HOOK_ROLE }, { targetType: 'PAUSE' }] },
    },
    [`ecs:UpdateService ${arn('ecs', 'service/shop/web')}`, `iam:PassRole ${TASK_ROLE}`, `iam:PassRole ${HOOK_ROLE}`],
  ],
  [
    'ecs RegisterTaskDefinition',
    { family: 'web', taskRoleArn: TASK_ROLE, tags: [{ key: 'a', value: 'b' }] },
    [
      `ecs:RegisterTaskDefinition ${arn('ecs', 'task-definition/web:*')}`,
      `iam:PassRole ${TASK_ROLE}`,
      `ecs:TagResource ${arn('ecs', 'task-definition/web:*')}`,
    ],
  ],
  [
    'cloudformation CreateChangeSet',
    { StackName: 'shop', RoleARN: TASK_ROLE },
    [`cloudformation:CreateChangeSet ${arn('cloudformation', 'stack/shop/*')}`, `iam:PassRole ${TASK_ROLE}`],
  ],
  [
    'cloudformation ExecuteChangeSet',
    { ChangeSetName: arn('cloudformation', 'changeSet/gha-1/uuid') },
    [`cloudformation:ExecuteChangeSet ${arn('cloudformation', 'stack/shop/uuid')}`],
  ],
  ['cloudformation DescribeStacks', {}, ['cloudformation:DescribeStacks *']],
  [
    'elbv2 CreateLoadBalancer',
    { Name: 'shop' },
    [`elasticloadbalancing:CreateLoadBalancer ${arn('elasticloadbalancing', 'loadbalancer/app/shop/*')}`],
  ],
  [
    'elbv2 DescribeTargetHealth',
    { TargetGroupArn: arn('elasticloadbalancing', 'targetgroup/t/1') },
    ['elasticloadbalancing:DescribeTargetHealth *'],
  ],
  [
    'elbv2 ModifyListener',
    { ListenerArn: arn('elasticloadbalancing', 'listener/app/a/1/2') },
    [`elasticloadbalancing:ModifyListener ${arn('elasticloadbalancing', 'listener/app/a/1/2')}`],
  ],
  [
    'logs CreateLogGroup',
    { logGroupName: '/ecs/web' },
    [`logs:CreateLogGroup ${arn('logs', 'log-group:/ecs/web:log-stream:')}`],
  ],
  [
    'logs TagResource',
    { resourceArn: arn('logs', 'log-group:x'), tags: { a: 'b' } },
    [`logs:TagResource ${arn('logs', 'log-group:x')}`],
  ],
  [
    'ssm GetParameter',
    { Name: '/aws/service/ecs/x' },
    ['ssm:GetParameter arn:aws:ssm:ap-northeast-1::parameter/aws/service/ecs/x'],
  ],
  [
    'ssm GetParameters',
    { Names: ['/a/b', 'c'] },
    [`ssm:GetParameters ${arn('ssm', 'parameter/a/b')}`, `ssm:GetParameters ${arn('ssm', 'parameter/c')}`],
  ],
  ['cloudwatch PutMetricAlarm', { AlarmName: 'a' }, [`cloudwatch:PutMetricAlarm ${arn('cloudwatch', 'alarm:a')}`]],
  [
    'application-autoscaling RegisterScalableTarget',
    { ResourceId: 'service/shop/web' },
    [`application-autoscaling:RegisterScalableTarget ${arn('application-autoscaling', 'scalable-target/*')}`],
  ],
  [
    'autoscaling SetDesiredCapacity',
    { AutoScalingGroupName: 'g' },
    [`autoscaling:SetDesiredCapacity ${arn('autoscaling', 'autoScalingGroup:*:autoScalingGroupName/g')}`],
  ],
  ['iam CreateRole', { RoleName: 'r', Path: '/app/' }, ['iam:CreateRole arn:aws:iam::123456789012:role/app/r']],
  ['iam PutRolePolicy', { RoleName: 'task' }, [`iam:PutRolePolicy ${TASK_ROLE}`]],
  [
    'iam AddRoleToInstanceProfile',
    { InstanceProfileName: 'p', RoleName: 'task' },
    ['iam:AddRoleToInstanceProfile arn:aws:iam::123456789012:instance-profile/x/p', `iam:PassRole ${TASK_ROLE}`],
  ],
  [
    'ec2 CreateSubnet',
    { VpcId: 'vpc-1', TagSpecifications: [{ ResourceType: 'subnet', Tags: [{ Key: 'a', Value: 'b' }] }] },
    [
      `ec2:CreateSubnet ${arn('ec2', 'subnet/*')}`,
      `ec2:CreateSubnet ${arn('ec2', 'vpc/vpc-1')}`,
      `ec2:CreateTags ${arn('ec2', 'subnet/*')}`,
      `ec2:CreateTags ${arn('ec2', 'vpc/vpc-1')}`,
    ],
  ],
  [
    'ec2 CreateTags',
    { Resources: ['i-1', 'vol-1'] },
    [`ec2:CreateTags ${arn('ec2', 'instance/i-1')}`, 'ec2:CreateTags *'],
  ],
  ['sts AssumeRole', { RoleArn: TASK_ROLE }, [`sts:AssumeRole ${TASK_ROLE}`]],
])('%s with %j needs its action on what it names', async (what, input, expected) => {
  const [service = '', operation = ''] = what.split(' ');
  const attempts = await needed(service as ServiceName, operation, input);
  expect(attempts.map(({ action, resource }) => `${action} ${resource}`)).toEqual(expected);
});

test.each<[string, object, Record<string, string[]>]>([
  [
    'ecs UpdateService',
    { cluster: 'shop', service: 'web', taskDefinition: 'web' },
    { 'ecs:cluster': [arn('ecs', 'cluster/shop')], 'ecs:task-definition': [arn('ecs', 'task-definition/web:7')] },
  ],
  [
    'ecs RegisterTaskDefinition',
    { family: 'web', cluster: 'not a part of it', cpu: '256', containerDefinitions: [{ privileged: true }] },
    { 'ecs:task-cpu': ['256'], 'ecs:privileged': ['true'] },
  ],
  [
    'cloudformation ExecuteChangeSet',
    { StackName: 's', ChangeSetName: arn('cloudformation', 'changeSet/gha-1/uuid') },
    { 'cloudformation:changesetname': ['gha-1'] },
  ],
  [
    'ecs CreateCluster',
    { clusterName: 'shop', tags: [{ key: 'team', value: 'x' }] },
    { 'aws:requesttag/team': ['x'], 'aws:tagkeys': ['team'] },
  ],
  [
    'application-autoscaling RegisterScalableTarget',
    { ServiceNamespace: 'ecs' },
    { 'application-autoscaling:service-namespace': ['ecs'] },
  ],
])('%s with %j carries the condition keys that AWS publishes for it', async (what, input, expected) => {
  const [service = '', operation = ''] = what.split(' ');
  const [own] = await needed(service as ServiceName, operation, input);
  expect(Object.fromEntries(own?.keys ?? [])).toEqual(expected);
});

test('a passed role says which service it is passed to', async () => {
  const attempts = await needed('ecs', 'RegisterTaskDefinition', { family: 'web', executionRoleArn: TASK_ROLE });
  expect(attempts.at(-1)?.keys.get('iam:passedtoservice')).toEqual(['ecs-tasks.amazonaws.com']);
});

describe.each(SERVICES)('%s', (service) => {
  const operations = Object.keys(loadModel(service).operations);

  test('is known to IAM with every operation', () => {
    expect(operations.filter((operation) => !actionTypesOf(service, operation))).toEqual([]);
  });

  test('is judged whatever a client sends', async () => {
    for (const operation of operations)
      for (const input of [undefined, null, [], 'x', { tags: [null, 'x'], Name: 1, StackName: {}, services: [null] }])
        expect(await needed(service, operation, input)).not.toEqual([]);
  });
});
