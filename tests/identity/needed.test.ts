import { expect, test } from '@jest/globals';
import type { RecordedAction } from '../../emulator/http/action-record.ts';
import { type Grant, templateGrants } from './granted.ts';
import { judge } from './needed.ts';
import { UNREACHED } from './unreached.ts';

const grant = (action: string, ...roles: Grant['roles']): Grant => ({ statement: 'Policy/Sid', roles, action });
const record = (purpose: string, action: string, by: RecordedAction['by'] = 'client'): RecordedAction => ({
  appId: `ecs-gitops${purpose}`,
  by,
  action,
  resource: '*',
});
const GRANTED = [grant('ecs:UpdateService', 'DeployRole'), grant('ec2:Describe*', 'PlanRole', 'ProvisionRole')];

test.each<[string, readonly RecordedAction[], readonly string[], readonly string[]]>([
  [
    'nothing, where every action is granted to the role and used',
    [record('.deploy-service.apply', 'ecs:UpdateService'), record('.provision.plan', 'ec2:DescribeVpcs')],
    [],
    [],
  ],
  [
    'what another role has and this one has not',
    [record('.provision.plan', 'ecs:UpdateService'), record('.provision.plan', 'ec2:DescribeVpcs')],
    ['PlanRole: ecs:UpdateService (ecs-gitops.provision.plan, by client)'],
    ['Policy/Sid: ecs:UpdateService'],
  ],
  [
    'what CloudFormation needed in the name of a run',
    [record('.provision.apply', 'ec2:CreateVpc', 'cloudformation'), record('.provision.apply', 'ec2:DescribeVpcs')],
    ['ProvisionRole: ec2:CreateVpc (ecs-gitops.provision.apply, by cloudformation)'],
    ['Policy/Sid: ecs:UpdateService'],
  ],
  [
    'what a test of the engine needed and no role grants',
    [record('', 'ecs:RunTask'), record('', 'ecs:UpdateService'), record('', 'ec2:DescribeVpcs')],
    ['any role: ecs:RunTask (ecs-gitops, by client)'],
    [],
  ],
  [
    'nothing of other clients, or that needs no permission',
    [{ ...record('', 'ecs:RunTask'), appId: 'terraform' }, record('.verify-alb', 'sts:GetCallerIdentity')],
    [],
    ['Policy/Sid: ecs:UpdateService', 'Policy/Sid: ec2:Describe*'],
  ],
])('%s is told', (_, records, lacking, unused) => {
  expect(judge(records, GRANTED)).toEqual({ lacking, unused });
});

test('a run whose role is not known is an error', () => {
  expect(() => judge([record('.teardown', 'ecs:RunTask')], GRANTED)).toThrow('the runs of ecs-gitops.teardown');
});

test('the template is read with all its statements, and the exceptions are among them', () => {
  const granted = templateGrants();
  expect(granted).toContainEqual({
    statement: 'DeployPolicy/RunTask',
    roles: ['DeployRole'],
    action: 'ecs:RunTask',
  });
  const known = granted.map(({ statement, action }) => `${statement}: ${action}`);
  expect(new Set(known).size).toBe(known.length);
  expect(known).toEqual(expect.arrayContaining(UNREACHED.flatMap((each) => each.grants)));
});
