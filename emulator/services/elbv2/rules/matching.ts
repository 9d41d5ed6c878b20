import { BlockList, isIPv6 } from 'node:net';
import type { QueryStringKeyValuePair, RuleCondition } from '../../../shapes/elbv2.d.ts';
import type { RequestFacts, RequestTest } from './request.ts';
import type { WildcardOptions } from './wildcard.ts';
import { compileWildcard } from './wildcard.ts';

/** A rule applies when each of its conditions does; a condition does when one of its values matches. */
export function compileConditions(conditions: readonly RuleCondition[]): RequestTest {
  const tests = conditions.map(compileCondition);
  return (request) => tests.every((test) => test(request));
}

function compileCondition(condition: RuleCondition): RequestTest {
  const { HostHeaderConfig, PathPatternConfig, HttpHeaderConfig } = condition;
  if (HostHeaderConfig) return anyOf(compileTexts(HostHeaderConfig, { ignoreCase: true }), (request) => [request.host]);
  if (PathPatternConfig) return anyOf(compileTexts(PathPatternConfig), (request) => [request.path]);
  if (HttpHeaderConfig) {
    const name = (HttpHeaderConfig.HttpHeaderName ?? '').toLowerCase();
    return anyOf(compileTexts(HttpHeaderConfig, { ignoreCase: true }), (request) => request.headers[name] ?? []);
  }
  if (condition.HttpRequestMethodConfig) {
    const methods = condition.HttpRequestMethodConfig.Values ?? [];
    return (request) => methods.includes(request.method);
  }
  if (condition.QueryStringConfig) return compileQuery(condition.QueryStringConfig.Values ?? []);
  return compileSources(condition.SourceIpConfig?.Values ?? []);
}

interface Texts {
  readonly Values?: readonly string[] | undefined;
  readonly RegexValues?: readonly string[] | undefined;
}

function compileTexts({ Values = [], RegexValues = [] }: Texts, options: WildcardOptions = {}): RegExp[] {
  return [
    ...Values.map((value) => compileWildcard(value, options)),
    ...RegexValues.map((value) => new RegExp(value, options.ignoreCase ? 'i' : '')),
  ];
}

function anyOf(patterns: readonly RegExp[], texts: (request: RequestFacts) => readonly string[]): RequestTest {
  return (request) => texts(request).some((text) => patterns.some((pattern) => pattern.test(text)));
}

function compileQuery(pairs: readonly QueryStringKeyValuePair[]): RequestTest {
  const options = { ignoreCase: true, escapes: true };
  const wanted = pairs.map(({ Key, Value = '' }) => ({
    key: Key === undefined ? undefined : compileWildcard(Key, options),
    value: compileWildcard(Value, options),
  }));
  return ({ query }) =>
    query !== '' &&
    query.split('&').some((parameter) => {
      const [name = '', ...rest] = parameter.split('=');
      const value = rest.join('=');
      return wanted.some((pair) => (!pair.key || matches(pair.key, name)) && matches(pair.value, value));
    });
}

/** "Any character can be percentage encoded" (QueryStringConditionConfig). */
const matches = (pattern: RegExp, text: string): boolean => pattern.test(text) || pattern.test(decode(text));

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function compileSources(ranges: readonly string[]): RequestTest {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const range of ranges) {
    const [address = '', bits = ''] = range.split('/');
    const family = familyOf(address);
    lists[family].addSubnet(address, Number(bits), family);
  }
  return ({ clientAddress }) => {
    const family = familyOf(clientAddress);
    return lists[family].check(clientAddress, family);
  };
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');
