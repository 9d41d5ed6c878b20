import { describe, expect, test } from '@jest/globals';
import { createTestWorld } from '../../core/testing.ts';
import type { GetInstanceProfileResponse, GetRoleResponse, ListRolesResponse } from '../../shapes/iam.d.ts';
import { createService as createSts } from '../sts/service.ts';
import { createService } from './service.ts';

const trust = (principal: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
  });
const EC2 = { Service: 'ec2.amazonaws.com' };
const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

const account = () => createTestWorld({ services: (world) => ({ iam: createService(world), sts: createSts(world) }) });

async function withRole(name = 'ecsInstanceRole') {
  const { world, advance } = account();
  const iam = <Output>(operation: string, input: object) => world.call<Output>('iam', operation, input);
  await iam('CreateRole', { RoleName: name, AssumeRolePolicyDocument: trust(EC2) });
  return { world, advance, iam };
}

describe('a role', () => {
  test('is described with its trust policy URL-encoded and AWS’s defaults', async () => {
    const { iam } = await withRole();
    const { Role } = await iam<GetRoleResponse>('GetRole', { RoleName: 'ecsInstanceRole' });
    expect(Role).toMatchObject({
      Arn: 'arn:aws:iam::123456789012:role/ecsInstanceRole',
      Path: '/',
      MaxSessionDuration: 3600,
      RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
    });
    expect(Role.AssumeRolePolicyDocument).toMatch(/^%7B%22Version%22/);
    expect(decodeURIComponent(Role.AssumeRolePolicyDocument ?? '')).toBe(trust(EC2));
  });

  test('cannot be made twice, not even in another case', async () => {
    const { iam } = await withRole();
    const again = iam('CreateRole', { RoleName: 'ECSInstanceRole', AssumeRolePolicyDocument: trust(EC2) });
    await expect(again).rejects.toMatchObject({
      code: 'EntityAlreadyExists',
      status: 409,
      message: 'Role with name ECSInstanceRole already exists.',
    });
  });

  test('cannot be deleted while anything hangs on it', async () => {
    const { iam } = await withRole('r');
    const remove = () => iam('DeleteRole', { RoleName: 'r' });
    const conflict = (first: string) => ({
      code: 'DeleteConflict',
      message: `Cannot delete entity, must ${first} first.`,
    });
    await iam('AttachRolePolicy', { RoleName: 'r', PolicyArn: READ_ONLY });
    await iam('PutRolePolicy', { RoleName: 'r', PolicyName: 'p', PolicyDocument: PERMISSIONS });
    await iam('CreateInstanceProfile', { InstanceProfileName: 'i' });
    await iam('AddRoleToInstanceProfile', { InstanceProfileName: 'i', RoleName: 'r' });
    await expect(remove()).rejects.toMatchObject(conflict('remove roles from instance profile'));
    await expect(iam('DeleteInstanceProfile', { InstanceProfileName: 'i' })).rejects.toMatchObject(
      conflict('remove roles from instance profile'),
    );
    await iam('RemoveRoleFromInstanceProfile', { InstanceProfileName: 'i', RoleName: 'r' });
    await expect(remove()).rejects.toMatchObject(conflict('detach all policies'));
    await iam('DetachRolePolicy', { RoleName: 'r', PolicyArn: READ_ONLY });
    await expect(remove()).rejects.toMatchObject(conflict('delete policies'));
    await iam('DeleteRolePolicy', { RoleName: 'r', PolicyName: 'p' });
    await remove();
    await expect(iam('GetRole', { RoleName: 'r' })).rejects.toMatchObject({
      code: 'NoSuchEntity',
      status: 404,
      message: 'The role with name r cannot be found.',
    });
  });

  test('is listed page by page', async () => {
    const { iam } = await withRole('a');
    for (const RoleName of ['c', 'b']) await iam('CreateRole', { RoleName, AssumeRolePolicyDocument: trust(EC2) });
    const first = await iam<ListRolesResponse>('ListRoles', { MaxItems: 2 });
    expect(first.Roles.map(({ RoleName }) => RoleName)).toEqual(['a', 'b']);
    const rest = await iam<ListRolesResponse>('ListRoles', { Marker: first.Marker });
    expect(rest).toMatchObject({ Roles: [{ RoleName: 'c' }], IsTruncated: false });
  });

  test('that AWS linked to a service is not for clients to change', async () => {
    const { iam } = await withRole();
    await iam('CreateServiceLinkedRole', { AWSServiceName: 'ecs.amazonaws.com' });
    const { Role } = await iam<GetRoleResponse>('GetRole', { RoleName: 'AWSServiceRoleForECS' });
    expect(Role.Arn).toBe('arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS');
    await expect(iam('DeleteRole', { RoleName: 'AWSServiceRoleForECS' })).rejects.toMatchObject({
      code: 'UnmodifiableEntity',
    });
    await expect(iam('CreateServiceLinkedRole', { AWSServiceName: 'ecs.amazonaws.com' })).rejects.toThrow(
      'Service role name AWSServiceRoleForECS has been taken in this account, please try a different suffix.',
    );
  });

  test('takes a managed policy that exists, and no other', async () => {
    const { iam } = await withRole('r');
    const PolicyArn = 'arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy';
    await expect(iam('AttachRolePolicy', { RoleName: 'r', PolicyArn })).rejects.toMatchObject({
      code: 'NoSuchEntity',
      message: `Policy ${PolicyArn} does not exist or is not attachable.`,
    });
  });
});

const PERMISSIONS = JSON.stringify({ Statement: { Effect: 'Allow', Action: 'ecs:Describe*', Resource: '*' } });

describe('a policy document', () => {
  test.each([
    ['is no JSON', '{', 'This policy contains invalid Json'],
    ['has an unknown field', '{"Statement":[{"Effekt":"Allow"}]}', 'Syntax errors in policy.'],
    [
      'names a principal',
      '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}]}',
      'Policy document should not specify a principal.',
    ],
    ['lacks resources', '{"Statement":[{"Effect":"Allow","Action":"*"}]}', 'Policy statement must contain resources.'],
    [
      'has an action without a service',
      '{"Statement":[{"Effect":"Allow","Action":"Describe","Resource":"*"}]}',
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
  ])('is refused where it %s', async (_what, PolicyDocument, message) => {
    const { iam } = await withRole('r');
    const put = iam('PutRolePolicy', { RoleName: 'r', PolicyName: 'p', PolicyDocument });
    await expect(put).rejects.toMatchObject({ code: 'MalformedPolicyDocument', message });
  });

  test.each([
    [
      'trusts nobody',
      '{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}',
      'Missing required field Principal',
    ],
    [
      'trusts for a resource',
      '{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*","Resource":"*"}]}',
      'Has prohibited field Resource',
    ],
    ['trusts a service that is none', trust({ Service: 'ecs' }), 'Invalid principal in policy: "SERVICE":"ecs"'],
    [
      'trusts a role that is not there',
      trust({ AWS: 'arn:aws:iam::123456789012:role/gone' }),
      'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:role/gone"',
    ],
  ])('is refused as a trust policy where it %s', async (_what, AssumeRolePolicyDocument, message) => {
    const { world } = account();
    const create = world.call('iam', 'CreateRole', { RoleName: 'r', AssumeRolePolicyDocument });
    await expect(create).rejects.toMatchObject({ code: 'MalformedPolicyDocument', message });
  });
});

describe('propagation', () => {
  const assume = { RoleArn: 'arn:aws:iam::123456789012:role/ecsInstanceRole', RoleSessionName: 'i-1' };

  test('keeps a new role from being assumed for some seconds', async () => {
    const { world, advance } = await withRole();
    const now = () => world.call('sts', 'AssumeRole', assume, { arn: 'ec2.amazonaws.com' });
    await expect(now()).rejects.toMatchObject({
      code: 'AccessDenied',
      status: 403,
      message: `User: ec2.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: ${assume.RoleArn}`,
    });
    await advance(16_000);
    await expect(now()).resolves.toMatchObject({
      AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/ecsInstanceRole/i-1' },
    });
  });

  test('never makes a role assumable for those whom it does not trust', async () => {
    const { world, advance } = await withRole();
    await advance(16_000);
    const byEcs = world.call('sts', 'AssumeRole', assume, { arn: 'ecs-tasks.amazonaws.com' });
    await expect(byEcs).rejects.toMatchObject({ code: 'AccessDenied' });
  });

  test('hides a new instance profile from services, not from its maker', async () => {
    const { world, advance, iam } = await withRole();
    const name = { InstanceProfileName: 'p' };
    await iam('CreateInstanceProfile', name);
    await iam('AddRoleToInstanceProfile', { ...name, RoleName: 'ecsInstanceRole' });
    const seenByEc2 = () =>
      world.call<GetInstanceProfileResponse>('iam', 'GetInstanceProfile', name, { arn: 'ec2.amazonaws.com' });
    expect((await iam<GetInstanceProfileResponse>('GetInstanceProfile', name)).InstanceProfile.Roles).toHaveLength(1);
    await expect(seenByEc2()).rejects.toMatchObject({ code: 'NoSuchEntity' });
    await advance(16_000);
    expect((await seenByEc2()).InstanceProfile.Roles).toMatchObject([{ RoleName: 'ecsInstanceRole' }]);
  });
});
