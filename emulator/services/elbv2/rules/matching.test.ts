import { describe, expect, test } from '@jest/globals';
import type { RuleCondition } from '../../../shapes/elbv2.d.ts';
import { normalizeConditions } from './conditions.ts';
import { compileConditions } from './matching.ts';
import type { RequestFacts } from './request.ts';

const REQUEST: RequestFacts = {
  method: 'GET',
  host: 'Shop.example.com',
  path: '/Img/cat.png',
  query: 'version=V1&flag&q=a%20b',
  headers: { 'x-preview': ['pr-1', 'PR-23'] },
  clientAddress: '127.0.0.1',
};

const host = (...Values: string[]): RuleCondition => ({ Field: 'host-header', HostHeaderConfig: { Values } });
const path = (...Values: string[]): RuleCondition => ({ Field: 'path-pattern', PathPatternConfig: { Values } });
const header = (HttpHeaderName: string, ...Values: string[]): RuleCondition => ({
  Field: 'http-header',
  HttpHeaderConfig: { HttpHeaderName, Values },
});
const query = (Value: string, Key?: string): RuleCondition => ({
  Field: 'query-string',
  QueryStringConfig: { Values: [{ Value, ...(Key !== undefined && { Key }) }] },
});
const method = (...Values: string[]): RuleCondition => ({
  Field: 'http-request-method',
  HttpRequestMethodConfig: { Values },
});
const source = (...Values: string[]): RuleCondition => ({ Field: 'source-ip', SourceIpConfig: { Values } });

describe('a rule applies', () => {
  test.each<[string, RuleCondition[], boolean]>([
    ['to a host in whatever case', [host('sHOP.example.com')], true],
    ['to a host by wildcards', [host('*.example.???')], true],
    ['to a host as a whole only', [host('shop.example')], false],
    ['with a dot that is a dot', [host('shop-example.com')], false],
    ['to a path in its case', [path('/img/*')], false],
    ['to a path by wildcards', [path('/Img/*.p?g')], true],
    ['to the path without the query string', [path('/Img/cat.png')], true],
    ['where one of the values matches', [path('/a', '/Img/*')], true],
    ['where all conditions match', [host('*.example.com'), path('/Img/*'), method('GET')], true],
    ['not where one condition does not', [host('*.example.com'), path('/a')], false],
    ['to a header in whatever case, any of several', [header('X-PREVIEW', 'pr-2?')], true],
    ['not without the header', [header('X-Other', '*')], false],
    ['to a query pair in whatever case', [query('v1', 'VERSION')], true],
    ['to a query value whatever its key', [query('v1')], true],
    ['to a percent-encoded query value', [query('a?b', 'q')], true],
    ['not to another key', [query('v1', 'flag')], false],
    ['to a literal asterisk only where escaped', [query('\\*', 'version')], false],
    ['to a method in its case', [method('POST', 'GET')], true],
    ['to a source in the range', [source('10.0.0.0/8', '127.0.0.0/8')], true],
    ['not to a source outside the range', [source('10.0.0.0/8', '::/0')], false],
    ['to a path by Values alone', [{ Field: 'path-pattern', Values: ['/Img/*'] }], true],
    ['to a path by a regular expression', [{ Field: 'path-pattern', RegexValues: ['^/Img/[a-z]+\\.png$'] }], true],
    ['not to a path in another case by one', [{ Field: 'path-pattern', RegexValues: ['^/img/'] }], false],
    ['to a host by one in whatever case', [{ Field: 'host-header', RegexValues: ['^shop\\.'] }], true],
  ])('%s', (_how, conditions, applies) => {
    expect(compileConditions(normalizeConditions(conditions))(REQUEST)).toBe(applies);
  });

  test('to a literal asterisk that a query string has', () => {
    const matches = compileConditions(normalizeConditions([query('\\*', 'q')]));
    expect(matches({ ...REQUEST, query: 'q=*' })).toBe(true);
    expect(matches({ ...REQUEST, query: 'q=x' })).toBe(false);
  });
});

describe('conditions are refused', () => {
  test.each<[RuleCondition[], string]>([
    [[], 'A condition must be specified'],
    [
      [{ Field: 'path' }],
      "Condition field 'path' must be one of '[path-pattern, host-header, http-header, http-request-method, query-string, source-ip]'",
    ],
    [[{ Field: 'path-pattern' }], 'A condition value must be specified'],
    [[path('/a'), path('/b')], "A rule can only have one 'path-pattern' condition"],
    [[path('/a', '/b', '/c'), host('a.b', 'c.d', 'e.f')], "A rule can only have '5' condition values"],
    [[path('/*/*/*'), host('*.*.*')], "A rule can only have '5' condition wildcards"],
    [[path('/a b')], "Condition value '/a b' is not valid for 'path-pattern'"],
    [[path(`/${'a'.repeat(128)}`)], `Condition value '/${'a'.repeat(128)}' is not valid for 'path-pattern'`],
    [[method('get')], "Condition value 'get' is not valid for 'http-request-method'"],
    [[source('10.0.0.1')], "CIDR value '10.0.0.1' is not valid"],
    [[source('10.0.0.0/33')], "CIDR value '10.0.0.0/33' is not valid"],
    [[header('Host', 'a')], "HTTP header name 'Host' is not valid"],
    [[{ Field: 'host-header', RegexValues: ['(a'] }], "Regular expression '(a' is not valid"],
    [[{ Field: 'host-header', RegexValues: ['(?=a)'] }], "Regular expression '(?=a)' is not valid"],
  ])('%j', (conditions, message) => {
    expect(() => normalizeConditions(conditions)).toThrow(message);
  });
});

test('a condition is described both ways, however it was given', () => {
  expect(normalizeConditions([{ Field: 'path-pattern', Values: ['/a'] }])).toEqual([
    { Field: 'path-pattern', Values: ['/a'], PathPatternConfig: { Values: ['/a'] } },
  ]);
});
