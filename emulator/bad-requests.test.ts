import { CloudFormationClient, CreateChangeSetCommand, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Emulator } from './emulator.ts';
import { startEmulator } from './emulator.ts';
import { clientOptions, signed } from './http/testing.ts';

let emulator: Emulator;
const defects: unknown[] = [];
beforeAll(async () => {
  emulator = await startEmulator({ driver: 'none', onDefect: (error) => void defects.push(error) });
});
afterAll(async () => {
  await emulator.stop();
  expect(defects).toEqual([]);
});

interface Bad {
  readonly headers: Record<string, string>;
  readonly body: string;
}

const ecs = (operation: string, body: string): Bad => ({
  headers: {
    'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
    'content-type': 'application/x-amz-json-1.1',
    ...signed('ecs'),
  },
  body,
});
const form = (service: string, body: string): Bad => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...signed(service) },
  body,
});
function unsigned({ headers: { authorization: _signature, ...headers }, body }: Bad): Bad {
  return { headers, body };
}
const TEN_MEGABYTES = 10_000_000;

async function post({ headers, body }: Bad) {
  const response = await fetch(emulator.url, { method: 'POST', headers, body });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

describe('a bad JSON request', () => {
  test.each<[string, Bad, number, string]>([
    [
      'for what nobody has, unsigned',
      unsigned(ecs('DescribeEverything', '{}')),
      400,
      'MissingAuthenticationTokenException',
    ],
    ['for what nobody has', ecs('DescribeEverything', '{}'), 400, 'UnknownOperationException'],
    ['for what the emulator lacks', ecs('CreateTaskSet', '{}'), 400, 'UnknownOperationException'],
    ['with an unknown parameter', ecs('ListClusters', '{"colour":"blue"}'), 400, 'InvalidParameterException'],
    ['with a parameter of another type', ecs('ListClusters', '{"maxResults":"many"}'), 400, 'SerializationException'],
    ['that is cut off', ecs('ListClusters', '{"maxResults":'), 400, 'SerializationException'],
    ['of ten megabytes', ecs('ListClusters', 'x'.repeat(TEN_MEGABYTES)), 400, 'SerializationException'],
    [
      'with a value of ten megabytes',
      ecs('CreateCluster', JSON.stringify({ clusterName: 'x'.repeat(TEN_MEGABYTES) })),
      400,
      'InvalidParameterException',
    ],
    ['beyond the limit', ecs('ListClusters', ' '.repeat(11 * 1024 * 1024)), 413, 'RequestEntityTooLargeException'],
    ['without a signature', unsigned(ecs('ListClusters', '{}')), 400, 'MissingAuthenticationTokenException'],
  ])('%s is answered as AWS answers', async (_what, bad, status, code) => {
    const { text, ...answer } = await post(bad);
    expect(answer).toEqual({ status, type: 'application/x-amz-json-1.1' });
    expect(JSON.parse(text)).toMatchObject({ __type: code, message: expect.stringMatching(/./) });
  });
});

describe('a bad query request', () => {
  test.each<[string, Bad, number, string]>([
    [
      'with an unknown parameter',
      form('cloudformation', 'Action=ListStacks&Version=2010-05-15&Colour=blue'),
      400,
      'ValidationError',
    ],
    [
      'of ten megabytes',
      form('cloudformation', `Action=ValidateTemplate&Version=2010-05-15&TemplateBody=${'x'.repeat(TEN_MEGABYTES)}`),
      400,
      'ValidationError',
    ],
    [
      'without a signature',
      unsigned(form('cloudformation', 'Action=ListStacks&Version=2010-05-15')),
      403,
      'MissingAuthenticationToken',
    ],
  ])('%s is answered as AWS answers', async (_what, bad, status, code) => {
    const { text, ...answer } = await post(bad);
    expect(answer).toEqual({ status, type: 'text/xml' });
    expect(text).toContain(`<Code>${code}</Code>`);
  });
});

describe('a template with a type that the emulator lacks', () => {
  const TemplateBody = JSON.stringify({
    Resources: { Queue: { Type: 'AWS::MediaLive::Channel', Properties: {} }, Bad: { Type: 'AWS::No::Such' } },
  });
  const refusal = {
    name: 'ValidationError',
    message: 'Template format error: Unrecognized resource types: [AWS::MediaLive::Channel, AWS::No::Such]',
    $metadata: { httpStatusCode: 400 },
  };

  test('makes no stack, and is named', async () => {
    const client = new CloudFormationClient(clientOptions(emulator.url));
    await expect(client.send(new CreateStackCommand({ StackName: 's', TemplateBody }))).rejects.toMatchObject(refusal);
    const changeSet = { StackName: 's', ChangeSetName: 'c', ChangeSetType: 'CREATE', TemplateBody } as const;
    await expect(client.send(new CreateChangeSetCommand(changeSet))).rejects.toMatchObject(refusal);
  });
});
