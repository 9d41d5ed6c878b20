import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ECSClient, ListClustersCommand } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { clientConfig } from './clients.ts';
import { calling } from './errors.ts';

test('a call that is never answered ends, as one that AWS could not answer now', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const config = clientConfig({ region: 'eu-west-1' });
  const client = new ECSClient({
    ...config,
    requestHandler: { ...config.requestHandler, requestTimeout: 50 },
    maxAttempts: 1,
    endpoint: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  });
  try {
    const call = calling('listing clusters', () => client.send(new ListClustersCommand({})));
    await expect(call).rejects.toMatchObject({
      code: 'AWS_UNAVAILABLE',
      message: expect.stringContaining('TimeoutError'),
    });
  } finally {
    client.destroy();
    silent.closeAllConnections();
    silent.close();
  }
});
