import { invalidParameter } from '../refusals.ts';
import type { Candidate } from './candidate.ts';

type Test = (candidate: Candidate) => boolean;

const TOKEN = /\s*(\[[^\]]*\]|\(|\)|==|!=|=~|!~|>=|<=|>|<|'[^']*'|"[^"]*"|[^\s()[\]=!<>]+|!)/y;

/**
 * The cluster query language of memberOf constraints and of ListContainerInstances: subjects `attribute:NAME`,
 * `ec2InstanceId`, `agentConnected` and `task:group`; ==, !=, =~, !~, in, not_in, exists, !exists; and, or, not,
 * parentheses.
 */
export function parseQuery(text: string): Test {
  const tokens = tokenize(text);
  const refuse = (): never => {
    throw invalidParameter(`The filter expression '${text}' is invalid.`);
  };
  const take = (): string => tokens.shift() ?? refuse();
  const next = (...words: string[]): boolean => {
    const hit = words.includes(tokens[0]?.toLowerCase() ?? '');
    if (hit) tokens.shift();
    return hit;
  };
  const either = (): Test => {
    let test = both();
    while (next('or', '||')) test = or(test, both());
    return test;
  };
  const both = (): Test => {
    let test = single();
    while (next('and', '&&')) test = and(test, single());
    return test;
  };
  const single = (): Test => {
    if (next('not', '!')) {
      const test = single();
      return (candidate) => !test(candidate);
    }
    if (!next('(')) return comparison();
    const test = either();
    return next(')') ? test : refuse();
  };
  const comparison = (): Test => {
    const value = subject(take()) ?? refuse();
    if (next('exists')) return (candidate) => value(candidate).length > 0;
    if (next('!exists', 'not_exists')) return (candidate) => value(candidate).length === 0;
    if (next('!')) return next('exists') ? (candidate) => value(candidate).length === 0 : refuse();
    const negated = next('not_in', '!=', '!~');
    const operator = negated ? '' : take().toLowerCase();
    if (!negated && !['==', 'equals', '=~', 'matches', 'in'].includes(operator)) return refuse();
    const wanted = list(take());
    const hit: Test = (candidate) => value(candidate).some((one) => wanted.some((pattern) => pattern.test(one)));
    return negated ? (candidate) => !hit(candidate) : hit;
  };
  const test = either();
  return tokens.length === 0 ? test : refuse();
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match?.[1] !== undefined; match = TOKEN.exec(text)) tokens.push(match[1]);
  return tokens;
}

const and =
  (a: Test, b: Test): Test =>
  (candidate) =>
    a(candidate) && b(candidate);
const or =
  (a: Test, b: Test): Test =>
  (candidate) =>
    a(candidate) || b(candidate);

function subject(name: string): ((candidate: Candidate) => string[]) | undefined {
  if (name.startsWith('attribute:'))
    return ({ attributes }) => {
      const value = attributes.get(name.slice('attribute:'.length));
      return value === undefined ? [] : [value];
    };
  if (name === 'ec2InstanceId') return ({ ec2InstanceId }) => [ec2InstanceId];
  if (name === 'agentConnected') return ({ agentConnected }) => [String(agentConnected)];
  if (name === 'task:group') return ({ groups }) => [...groups.keys()];
  return undefined;
}

/** `[a, b]` or one value; each may hold `*`, as `t3.*`, which =~ allows and equality never contains. */
function list(token: string): RegExp[] {
  const items = token.startsWith('[') ? token.slice(1, -1).split(',') : [token];
  return items.map((item) => {
    const value = item.trim().replace(/^(['"])(.*)\1$/, '$2');
    return new RegExp(`^${value.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
  });
}
