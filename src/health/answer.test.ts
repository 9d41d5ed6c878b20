import { describe, expect, test } from '@jest/globals';
import type { ProbeResult } from '../model/probe-result.ts';
import { assessAnswer, type Expectation, statusMatches } from './answer.ts';

const answer = (status: number, body = '', headers: Record<string, string> = {}): ProbeResult => ({
  kind: 'answer',
  status,
  body,
  headers,
  address: '127.0.0.1:80',
  durationMs: 1,
});
const noAnswer = (code: string): ProbeResult => ({ kind: 'no-answer', code, message: code, durationMs: 1 });
const expectation = (more: Partial<Expectation> = {}): Expectation => ({
  status: '200',
  body: undefined,
  version: undefined,
  ...more,
});

describe('an answer', () => {
  test.each([
    ['200', 200, true],
    ['200', 204, false],
    ['200-299', 204, true],
    ['200-299', 300, false],
    ['200,302', 302, true],
    ['200, 301-303', 303, true],
  ])('matches %s with %i: %s', (matcher, status, matches) => {
    expect(statusMatches(status, matcher)).toBe(matches);
  });

  test.each<[string, ProbeResult, Expectation]>([
    ['the status', answer(200), expectation()],
    ['the body', answer(200, 'hello world'), expectation({ body: 'world' })],
    [
      'a header',
      answer(200, '', { 'x-version': 'v2' }),
      expectation({ version: { header: 'X-Version', equals: 'v2' } }),
    ],
    [
      'a group in the body',
      answer(200, '{"version":"v2"}'),
      expectation({ version: { body: '"version":"(.*?)"', equals: 'v2' } }),
    ],
    ['the whole match in the body', answer(200, 'build v2'), expectation({ version: { body: 'v\\d', equals: 'v2' } })],
  ])('counts where %s is right', (_, result, expected) => {
    expect(assessAnswer(result, expected).state).toBe('healthy');
  });

  test.each<[string, ProbeResult, Expectation, RegExp]>([
    ['an unknown name', noAnswer('ENOTFOUND'), expectation(), /does not resolve yet/],
    ['a refused connection', noAnswer('ECONNREFUSED'), expectation(), /no listener/],
    ['silence', noAnswer('TIMEOUT'), expectation(), /security group/],
    [
      'a 503 of the load balancer',
      answer(503, '', { server: 'awselb/2.0' }),
      expectation(),
      /no target that could answer/,
    ],
    ['a 502 of the load balancer', answer(502, '', { server: 'awselb/2.0' }), expectation(), /broke the connection/],
    ['a 504 of the load balancer', answer(504, '', { server: 'awselb/2.0' }), expectation(), /did not answer in time/],
    ['a 404 of the default action', answer(404, '', { server: 'awselb/2.0' }), expectation(), /no rule matches/],
    ['a 503 of the application', answer(503), expectation(), /application itself/],
    ['a body without the text', answer(200, 'hello'), expectation({ body: 'world' }), /does not contain "world"/],
    [
      'no version header',
      answer(200),
      expectation({ version: { header: 'X-Version', equals: 'v2' } }),
      /has no header X-Version/,
    ],
    [
      'another version',
      answer(200, '', { 'x-version': 'v1' }),
      expectation({ version: { header: 'X-Version', equals: 'v2' } }),
      /X-Version: v1, expected v2/,
    ],
    [
      'another version in the body',
      answer(200, 'v1'),
      expectation({ version: { body: 'v\\d', equals: 'v2' } }),
      /the body says v1/,
    ],
  ])('explains %s', (_, result, expected, message) => {
    const health = assessAnswer(result, expected);
    expect(health.state).toBe('pending');
    expect(health.message).toMatch(message);
  });
});
