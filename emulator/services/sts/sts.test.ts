import { describe, expect, test } from '@jest/globals';
import { createTestWorld } from '../../core/testing.ts';
import type { AssumeRoleResponse } from '../../shapes/sts.d.ts';
import { createService as createIam } from '../iam/service.ts';
import type { SecurityTokenService } from './service.ts';
import { createService } from './service.ts';

const ROLE = {
  RoleName: 'deployer',
  AssumeRolePolicyDocument: JSON.stringify({
    Statement: { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' },
  }),
};
const REQUEST = { RoleArn: 'arn:aws:iam::123456789012:role/deployer', RoleSessionName: 'run-1' };

async function account() {
  let sts: SecurityTokenService | undefined;
  const { world, advance } = createTestWorld({
    services: (world) => {
      sts = createService(world);
      return { iam: createIam(world), sts };
    },
  });
  await world.call('iam', 'CreateRole', ROLE);
  await advance(16_000);
  const caller = (accessKeyId: string | undefined) => sts?.caller(accessKeyId ?? '');
  return { world, advance, caller };
}

describe('the holder of an access key', () => {
  test('is the account’s user for any key that STS did not make', async () => {
    const { caller } = await account();
    expect(caller('AKIAIOSFODNN7EXAMPLE')).toEqual({ arn: 'arn:aws:iam::123456789012:user/emulator' });
  });

  test('is the session that the key was made for, until it expires', async () => {
    const { world, advance, caller } = await account();
    const { Credentials } = await world.call<AssumeRoleResponse>('sts', 'AssumeRole', {
      ...REQUEST,
      DurationSeconds: 900,
    });
    expect(caller(Credentials?.AccessKeyId)).toEqual({
      arn: 'arn:aws:sts::123456789012:assumed-role/deployer/run-1',
    });
    await advance(900_000);
    expect(() => caller(Credentials?.AccessKeyId)).toThrow('The security token included in the request is expired');
  });

  test('learns who it is', async () => {
    const { world } = await account();
    const { AssumedRoleUser } = await world.call<AssumeRoleResponse>('sts', 'AssumeRole', REQUEST);
    expect(await world.call('sts', 'GetCallerIdentity', {}, { arn: AssumedRoleUser?.Arn ?? '' })).toEqual({
      Account: '123456789012',
      Arn: 'arn:aws:sts::123456789012:assumed-role/deployer/run-1',
      UserId: AssumedRoleUser?.AssumedRoleId,
    });
  });
});

describe('AssumeRole', () => {
  test.each([
    ['a role that is not there', { RoleArn: 'arn:aws:iam::123456789012:role/nobody' }, 'AccessDenied'],
    ['a role under another path', { RoleArn: 'arn:aws:iam::123456789012:role/path/deployer' }, 'AccessDenied'],
    ['more time than the role allows', { DurationSeconds: 7200 }, 'ValidationError'],
  ])('refuses %s', async (_what, input, code) => {
    const { world } = await account();
    await expect(world.call('sts', 'AssumeRole', { ...REQUEST, ...input })).rejects.toMatchObject({ code });
  });
});
