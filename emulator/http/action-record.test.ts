import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import { ECSClient, ListClustersCommand } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../emulator.ts';

let emulator: Emulator;
let folder: string;
const file = () => join(folder, 'actions.jsonl');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-actions-'));
  emulator = await startEmulator({ scale: 1000, driver: 'none', recordActions: file() });
});
afterEach(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

const settings = (userAgentAppId?: string) => ({
  endpoint: emulator.url,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  ...(userAgentAppId !== undefined && { userAgentAppId }),
});
const recorded = (): readonly unknown[] =>
  readFileSync(file(), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('what a client with an app id needs is recorded, and what CloudFormation needs in its name', async () => {
  const cloudFormation = new CloudFormationClient(settings('shop'));
  const logs = { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/shop' } };
  const TemplateBody = JSON.stringify({ Resources: { Logs: logs } });
  await cloudFormation.send(new CreateStackCommand({ StackName: 's', TemplateBody }));
  const waiting = { client: cloudFormation, maxWaitTime: 20, minDelay: 0.1, maxDelay: 0.1 };
  await waitUntilStackCreateComplete(waiting, { StackName: 's' });
  const own = 'arn:aws:cloudformation:eu-west-1:123456789012:stack/s/*';
  expect(recorded()).toContainEqual({
    appId: 'shop',
    by: 'client',
    action: 'cloudformation:CreateStack',
    resource: own,
  });
  expect(recorded()).toContainEqual({
    appId: 'shop',
    by: 'cloudformation',
    action: 'logs:CreateLogGroup',
    resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:/shop:log-stream:',
  });
});

test('each use is recorded once, and clients without an app id are not', async () => {
  for (const appId of ['shop', 'shop', undefined])
    await new ECSClient(settings(appId)).send(new ListClustersCommand({}));
  expect(recorded()).toEqual([{ appId: 'shop', by: 'client', action: 'ecs:ListClusters', resource: '*' }]);
});
