import { describe, expect, test } from '@jest/globals';
import { seededRandom } from '../../../core/random.ts';
import type { ForwardedFacts } from './headers.ts';
import { pairs, requestHeaders, responseHeaders, targetHost } from './headers.ts';
import { traceId } from './trace-id.ts';

const FACTS: ForwardedFacts = {
  host: 'a.example',
  clientAddress: '192.0.2.1',
  clientPort: 5_000,
  listenerPort: 80,
  traceId: 'Root=1',
  forwardedFor: 'append',
  withClientPort: false,
  dropInvalid: false,
  websocket: false,
};

const sent = (raw: string[], facts: Partial<ForwardedFacts> = {}, method = 'GET'): Record<string, string> =>
  Object.fromEntries(pairs(requestHeaders(method, raw, { ...FACTS, ...facts })));

const XFF = ['X-Forwarded-For', '198.51.100.1'];

describe('X-Forwarded-For', () => {
  test.each([
    ['names the client', [], {}, '192.0.2.1'],
    ['appends the client', XFF, {}, '198.51.100.1, 192.0.2.1'],
    ['joins repeated headers', [...XFF, ...XFF], {}, '198.51.100.1, 198.51.100.1, 192.0.2.1'],
    ['names the client with its port', [], { withClientPort: true }, '192.0.2.1:5000'],
    ['is preserved', XFF, { forwardedFor: 'preserve' }, '198.51.100.1'],
    ['is removed', XFF, { forwardedFor: 'remove' }, undefined],
  ] as const)('%s', (_what, raw, facts, expected) => {
    expect(sent([...raw], facts)['X-Forwarded-For']).toBe(expected);
  });
});

describe('a request to a target', () => {
  test('keeps repeated headers and their case', () => {
    expect(requestHeaders('GET', ['X-Twice', '1', 'x-twice', '2'], FACTS)).toEqual(
      expect.arrayContaining(['X-Twice', '1', 'x-twice', '2']),
    );
  });

  test('has no header that its connection to the client named', () => {
    const raw = [
      'Connection',
      'close, X-Hop',
      'X-Hop',
      '1',
      'Upgrade',
      'h2c',
      'Keep-Alive',
      '5',
      'Host',
      'b',
      'X-End',
      '1',
    ];
    expect(Object.keys(sent(raw))).toEqual([
      'Host',
      'X-End',
      'X-Forwarded-For',
      'X-Forwarded-Proto',
      'X-Forwarded-Port',
      'X-Amzn-Trace-Id',
    ]);
    expect(sent(raw)['Host']).toBe('a.example');
  });

  test('has headers of invalid names only where they are not to be dropped', () => {
    expect(sent(['x_under', '1'])).toHaveProperty('x_under');
    expect(sent(['x_under', '1'], { dropInvalid: true })).not.toHaveProperty('x_under');
  });

  test.each([
    ['POST', [], { 'Content-Length': '0' }],
    ['POST', ['Content-Length', '3'], { 'Content-Length': '3' }],
    ['POST', ['Transfer-Encoding', 'chunked'], { 'Transfer-Encoding': 'chunked' }],
    ['GET', [], {}],
  ])('%s with %j frames its body by %j', (method, raw, framing) => {
    const { 'Content-Length': length, 'Transfer-Encoding': encoding } = sent(raw, {}, method);
    expect({ ...(length && { 'Content-Length': length }), ...(encoding && { 'Transfer-Encoding': encoding }) }).toEqual(
      framing,
    );
  });
});

test('an answer keeps its headers but those of the connection, and gets what is added', () => {
  const raw = [
    'Set-Cookie',
    'a=1',
    'Connection',
    'close',
    'Keep-Alive',
    'timeout=5',
    'Transfer-Encoding',
    'chunked',
    'Server',
    'app',
  ];
  expect(responseHeaders(raw, 'keep-alive', ['Set-Cookie', 'b=2'])).toEqual([
    ...['Set-Cookie', 'a=1', 'Server', 'app', 'Connection', 'keep-alive', 'Set-Cookie', 'b=2'],
  ]);
});

test.each([
  ['a.example', 80, false, 'a.example'],
  ['a.example', 8_080, false, 'a.example:8080'],
  ['a.example:9000', 8_080, false, 'a.example:9000'],
  ['a.example', 8_080, true, 'a.example'],
])('targets see %s on port %d (preserved: %s) as %s', (host, port, preserve, seen) => {
  expect(targetHost(host, port, preserve)).toBe(seen);
});

test.each([
  [undefined, /^Root=1-65432100-[0-9a-f]{24}$/],
  ['Root=1-0-0', /^Self=1-65432100-[0-9a-f]{24};Root=1-0-0$/],
  ['TotalTimeSoFar=1ms', /^Root=1-65432100-[0-9a-f]{24};TotalTimeSoFar=1ms$/],
])('a trace that arrives as %s goes on', (received, expected) => {
  expect(traceId(received, 0x65432100 * 1_000, seededRandom(1))).toMatch(expected);
});
