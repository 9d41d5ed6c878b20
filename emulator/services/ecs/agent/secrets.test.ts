import { expect, test } from '@jest/globals';
import { createTestWorld } from '../../../core/testing.ts';
import type { CreateSecretResponse } from '../../../shapes/secretsmanager.d.ts';
import { createService } from '../../secretsmanager/service.ts';
import { secretsOf } from './secrets.ts';

async function account() {
  const { world } = createTestWorld({ services: (each) => ({ secretsmanager: createService(each) }) });
  const SecretString = JSON.stringify({ user: 'app', port: 5432 });
  const { ARN = '' } = await world.call<CreateSecretResponse>('secretsmanager', 'CreateSecret', {
    Name: 'db',
    SecretString,
  });
  const read = (valueFrom: string) => secretsOf(world, [{ name: 'DB', valueFrom }]);
  return { ARN, SecretString, read };
}

test('a whole secret, or one key of it, is what the container gets', async () => {
  const { ARN, SecretString, read } = await account();
  expect(await read(ARN)).toEqual({ DB: SecretString });
  expect(await read(`${ARN}:user::`)).toEqual({ DB: 'app' });
  expect(await read(`${ARN}:port:AWSCURRENT:`)).toEqual({ DB: '5432' });
});

test.each([
  ['is not there', (arn: string) => `${arn}x`, "ResourceNotFoundException: Secrets Manager can't find the specified"],
  ['has no such key', (arn: string) => `${arn}:none::`, 'did not contain json key none'],
  ['has no such stage', (arn: string) => `${arn}::OLD:`, 'secret value for staging label: OLD'],
])('a secret that %s fails the start', async (_, valueFrom, reason) => {
  const { ARN, read } = await account();
  await expect(read(valueFrom(ARN))).rejects.toThrow(reason);
});
