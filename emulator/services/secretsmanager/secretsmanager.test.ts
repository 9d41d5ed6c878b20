import { expect, test } from '@jest/globals';
import { createTestWorld } from '../../core/testing.ts';
import type { CreateSecretResponse, DescribeSecretResponse } from '../../shapes/secretsmanager.d.ts';
import { createService } from './service.ts';

const DAY_MS = 86_400_000;

function vault() {
  const { world, advance } = createTestWorld({ services: (each) => ({ secretsmanager: createService(each) }) });
  const call = <Output = unknown>(operation: string, input: object): Promise<Output> =>
    world.call('secretsmanager', operation, input);
  return { call, advance };
}

test('a secret is described without its value, by name and by both forms of its ARN', async () => {
  const { call } = vault();
  const { ARN = '' } = await call<CreateSecretResponse>('CreateSecret', { Name: 'prod/db', SecretString: 'hunter2' });
  expect(ARN).toMatch(/^arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:prod\/db-\w{6}$/);
  for (const SecretId of ['prod/db', ARN, ARN.slice(0, -7)]) {
    const described = await call<DescribeSecretResponse>('DescribeSecret', { SecretId });
    expect(described).toMatchObject({ ARN, Name: 'prod/db' });
    expect(JSON.stringify(described)).not.toContain('hunter2');
    expect(await call('GetSecretValue', { SecretId })).toMatchObject({ SecretString: 'hunter2' });
  }
});

test.each(['DescribeSecret', 'GetSecretValue', 'DeleteSecret'])('%s refuses what is not there', async (operation) => {
  await expect(vault().call(operation, { SecretId: 'none' })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret.",
  });
});

test('a secret without a value has none to read', async () => {
  const { call } = vault();
  await call('CreateSecret', { Name: 'empty' });
  await expect(call('GetSecretValue', { SecretId: 'empty' })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
  });
});

test('a deleted secret is described, not read, until its window ends', async () => {
  const { call, advance } = vault();
  await call('CreateSecret', { Name: 's', SecretString: 'x' });
  await call('DeleteSecret', { SecretId: 's', RecoveryWindowInDays: 7 });
  expect(await call('DescribeSecret', { SecretId: 's' })).toMatchObject({ DeletedDate: expect.any(Number) });
  await expect(call('GetSecretValue', { SecretId: 's' })).rejects.toMatchObject({ code: 'InvalidRequestException' });
  await expect(call('CreateSecret', { Name: 's' })).rejects.toMatchObject({ code: 'InvalidRequestException' });
  await advance(7 * DAY_MS + 1);
  await call('CreateSecret', { Name: 's', SecretString: 'y' });
  await call('DeleteSecret', { SecretId: 's', ForceDeleteWithoutRecovery: true });
  await expect(call('DescribeSecret', { SecretId: 's' })).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
});
