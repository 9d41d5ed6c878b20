import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestFront } from './testing.ts';
import { openTestFront, signed } from './testing.ts';

let front: TestFront;
beforeAll(async () => {
  const defective = () => {
    throw new Error('a bug');
  };
  front = await openTestFront({
    ecs: { operations: { ListClusters: () => ({ clusterArns: [] }), DescribeClusters: defective } },
    sts: { operations: { GetCallerIdentity: () => ({ Account: '123456789012', NotInTheShape: 1 }) } },
  });
});
afterAll(() => front.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const target = (operation: string) => ({
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
});

interface Sent {
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

async function post({ headers, body = '' }: Sent): Promise<{ status: number; type: string | null; text: string }> {
  const response = await fetch(front.url, { method: 'POST', headers, body });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

describe('a JSON request', () => {
  test.each<[string, Sent, number, string, RegExp]>([
    [
      'that is not signed',
      { headers: target('ListClusters') },
      400,
      'MissingAuthenticationTokenException',
      /Missing|missing/,
    ],
    [
      'that is signed by half',
      { headers: { ...target('ListClusters'), authorization: 'AWS4-HMAC-SHA256 Credential=a' } },
      400,
      'IncompleteSignatureException',
      /requires 'Signature' parameter\..*requires 'SignedHeaders' parameter\./,
    ],
    [
      'with a scope of three parts',
      {
        headers: {
          ...target('ListClusters'),
          'x-amz-date': 'd',
          authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=h, Signature=s',
        },
      },
      400,
      'IncompleteSignatureException',
      /exactly 5 slash-delimited elements/,
    ],
    [
      'for a region that is none',
      { headers: { ...target('ListClusters'), ...signed('ecs', 'home') } },
      400,
      'InvalidClientTokenIdException',
      /valid region/,
    ],
    [
      'that is no JSON',
      { headers: { ...target('ListClusters'), ...signed('ecs') }, body: '{"a":' },
      400,
      'SerializationException',
      /not valid JSON/,
    ],
    [
      'that is no object',
      { headers: { ...target('ListClusters'), ...signed('ecs') }, body: '[]' },
      400,
      'SerializationException',
      /START_ARRAY/,
    ],
    [
      'that is too large',
      { headers: { ...target('ListClusters'), ...signed('ecs') }, body: Buffer.alloc(11 * 1024 * 1024, ' ') },
      413,
      'RequestEntityTooLargeException',
      /10485760 bytes/,
    ],
    [
      'that inflates without end',
      {
        headers: { ...target('ListClusters'), ...signed('ecs'), 'content-encoding': 'gzip' },
        body: gzipSync(Buffer.alloc(64 * 1024 * 1024)),
      },
      413,
      'RequestEntityTooLargeException',
      /10485760 bytes/,
    ],
    [
      'for an operation that nobody has',
      { headers: { ...target('Fly'), ...signed('ecs') } },
      400,
      'UnknownOperationException',
      /Could not find operation Fly/,
    ],
    [
      'for an operation named as a part of every object',
      { headers: { ...target('constructor'), ...signed('ecs') } },
      400,
      'UnknownOperationException',
      /Could not find operation constructor/,
    ],
    [
      'for an operation that the emulator lacks',
      { headers: { ...target('CreateTaskSet'), ...signed('ecs') } },
      400,
      'UnknownOperationException',
      /This emulator lacks ECS's operation CreateTaskSet/,
    ],
    [
      'for one service signed for another',
      { headers: { ...target('ListClusters'), ...signed('logs') } },
      400,
      'UnknownOperationException',
      /signed for/,
    ],
    [
      'for a service that the emulator lacks',
      { headers: { 'x-amz-target': 'SimpleWorkflowService.ListDomains', ...signed('swf') } },
      400,
      'UnknownOperationException',
      /no service that signs as 'swf'/,
    ],
    [
      'that the emulator fails on',
      { headers: { ...target('DescribeClusters'), ...signed('ecs') } },
      500,
      'InternalFailure',
      /The emulator failed: a bug/,
    ],
  ])('%s is refused in its own shape', async (_what, sent, status, type, message) => {
    const { text, ...answer } = await post(sent);
    const body = JSON.parse(text);
    expect(answer).toEqual({ status, type: 'application/x-amz-json-1.1' });
    expect(body.__type).toBe(type);
    expect(body.message).toMatch(message);
  });
});

describe('a query request', () => {
  const action = (text: string, service = 'sts') => ({ headers: { ...FORM, ...signed(service) }, body: text });

  test.each<[string, Sent, number, string, RegExp]>([
    [
      'that is not signed',
      { headers: FORM, body: 'Action=GetCallerIdentity&Version=2011-06-15' },
      403,
      'MissingAuthenticationToken',
      /Request is missing Authentication Token/,
    ],
    [
      'without an action',
      action('Version=2011-06-15'),
      400,
      'MissingAction',
      /No action was supplied with this request/,
    ],
    [
      'for an operation that nobody has',
      action('Action=Fly&Version=2011-06-15'),
      400,
      'InvalidAction',
      /Could not find operation Fly for version 2011-06-15/,
    ],
    [
      'for another version',
      action('Action=GetCallerIdentity&Version=2001-01-01'),
      400,
      'InvalidAction',
      /Could not find operation GetCallerIdentity for version 2001-01-01/,
    ],
    [
      'for an operation that the emulator lacks',
      action('Action=GetSessionToken&Version=2011-06-15'),
      400,
      'InvalidAction',
      /This emulator lacks STS&apos;s operation GetSessionToken/,
    ],
    [
      'with a parameter that nobody knows',
      action('Action=GetCallerIdentity&Version=2011-06-15&Mood=good'),
      400,
      'ValidationError',
      /Unknown parameter in input: &quot;Mood&quot;, none is accepted here/,
    ],
    [
      'whose lists are none',
      action('Action=AssumeRole&Version=2011-06-15&Tags.one=x'),
      400,
      'MalformedInput',
      /Unexpected complex element termination/,
    ],
    [
      'to classic load balancing',
      action('Action=DescribeLoadBalancers&Version=2012-06-01', 'elasticloadbalancing'),
      400,
      'InvalidAction',
      /Could not find operation DescribeLoadBalancers for version 2012-06-01/,
    ],
    [
      'whose answer AWS could not have given',
      action('Action=GetCallerIdentity&Version=2011-06-15'),
      500,
      'InternalFailure',
      /NotInTheShape/,
    ],
  ])('%s is refused in its own shape', async (_what, sent, status, code, message) => {
    const { text, ...answer } = await post(sent);
    expect(answer).toEqual({ status, type: 'text/xml' });
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<ErrorResponse/);
    expect(text).toContain(`<Code>${code}</Code>`);
    expect(text).toMatch(message);
  });

  test('to EC2 is refused in EC2’s shape', async () => {
    const { text } = await post(action('Action=Fly&Version=2016-11-15', 'ec2'));
    expect(text).toMatch(
      /<Response><Errors><Error><Code>InvalidAction<\/Code><Message>The action Fly is not valid for this web service.<\/Message><\/Error><\/Errors><RequestID>[0-9a-f-]{36}<\/RequestID><\/Response>$/,
    );
  });
});

describe('the emulator’s own routes', () => {
  const get = async (path: string, method = 'GET') => {
    const response = await fetch(`${front.url}/_emulator/${path}`, { method });
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, body };
  };

  test('tell the requests since a cursor', async () => {
    const { body: before } = await get('requests');
    await post({ headers: { ...target('ListClusters'), ...signed('ecs') } });
    const { body } = await get(`requests?since=${before['cursor']}`);
    expect(body).toMatchObject({
      cursor: Number(before['cursor']) + 1,
      requests: [
        {
          service: 'ecs',
          operation: 'ListClusters',
          accessLevel: 'List',
          write: false,
          status: 200,
          caller: 'arn:aws:iam::123456789012:user/test',
        },
      ],
    });
  });

  test('answer health, and nothing that they do not have', async () => {
    expect(await get('health')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await get('listeners')).toEqual({ status: 200, body: { listeners: [] } });
    expect(await get('nothing')).toMatchObject({ status: 404 });
    expect(await get('health', 'POST')).toMatchObject({ status: 405 });
    expect(await get('requests?since=x')).toMatchObject({ status: 400 });
  });
});
