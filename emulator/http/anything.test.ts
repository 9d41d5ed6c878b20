import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeCbor } from '../protocol/cbor.ts';
import { loadModel } from '../protocol/model.ts';
import { SERVICES } from '../protocol/services.ts';
import type { TestFront } from './testing.ts';
import { openTestFront, signed } from './testing.ts';

let front: TestFront;
beforeAll(async () => {
  const services = SERVICES.map((name) => {
    const operations = Object.keys(loadModel(name).operations).map((operation) => [operation, () => ({})]);
    return [name, { operations: Object.fromEntries(operations) }];
  });
  front = await openTestFront(Object.fromEntries(services));
});
afterAll(() => front.close());

const names = [
  'ecs',
  'ssm',
  'logs',
  'cloudformation',
  'ec2',
  'iam',
  'sts',
  'monitoring',
  'elasticloadbalancing',
  's3',
  'x',
];
const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9.]{0,12}$/),
  fc.constantFrom('__proto__', 'constructor', 'toString', ''),
);
const anyJson = fc.oneof(
  fc.json(),
  fc.string(),
  fc.constant('{"services":[null]}'),
  fc.constant('{"__proto__":{"a":1}}'),
);
const anyForm = fc
  .array(
    fc.tuple(
      fc.oneof(word, fc.constantFrom('Action', 'Version', 'Filter.1.Value.x', 'Tags.member.1.__proto__')),
      fc.string(),
    ),
  )
  .map((pairs) => new URLSearchParams(pairs).toString());

describe('whatever a client sends', () => {
  test('in JSON is answered with JSON, and never by a failure', async () => {
    const targets = fc.constantFrom(
      ...SERVICES.flatMap((name) => {
        const { metadata, operations } = loadModel(name);
        return metadata.targetPrefix
          ? Object.keys(operations).map((operation) => `${metadata.targetPrefix}.${operation}`)
          : [];
      }),
    );
    const request = fc.record({ service: fc.constantFrom(...names), target: fc.oneof(targets, word), body: anyJson });
    await fc.assert(
      fc.asyncProperty(request, async ({ service, target, body }) => {
        const headers = { ...signed(service), 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
        const response = await fetch(front.url, { method: 'POST', headers, body });
        expect(response.headers.get('content-type')).toMatch(/^application\/x-amz-json-1\.[01]$/);
        const text = await response.text();
        if (text !== '') expect(JSON.parse(text)).toBeInstanceOf(Object);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  test('in a form is answered with XML, and never by a failure', async () => {
    const heads = fc.constantFrom(
      ...SERVICES.flatMap((name) => {
        const { metadata, operations } = loadModel(name);
        return metadata.xmlNamespace
          ? Object.keys(operations).map((operation) => `Action=${operation}&Version=${metadata.apiVersion}&`)
          : [];
      }),
    );
    const request = fc.record({
      service: fc.constantFrom(...names),
      head: fc.oneof(heads, fc.constant('')),
      rest: anyForm,
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ service, head, rest }) => {
        const headers = { ...signed(service), 'content-type': 'application/x-www-form-urlencoded' };
        const response = await fetch(front.url, { method: 'POST', headers, body: head + rest });
        expect(response.headers.get('content-type')).toBe('text/xml');
        const text = await response.text();
        expect(XMLValidator.validate(text)).toBe(true);
        expect(Object.keys(new XMLParser().parse(text))[1]).toMatch(/Response$/);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  test('in CBOR is answered with CBOR, and never by a failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), word, async (body, operation) => {
        const headers = {
          ...signed('monitoring'),
          'smithy-protocol': 'rpc-v2-cbor',
          'content-type': 'application/cbor',
        };
        const url = `${front.url}/service/GraniteServiceVersion20100801/operation/${operation || 'ListMetrics'}`;
        const response = await fetch(url, { method: 'POST', headers, body });
        expect(decodeCbor(await response.bytes())).toBeInstanceOf(Object);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});
