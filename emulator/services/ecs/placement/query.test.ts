import { expect, test } from '@jest/globals';
import type { Candidate } from './candidate.ts';
import { parseQuery } from './query.ts';

const candidate: Candidate = {
  id: '1',
  ec2InstanceId: 'i-1',
  agentConnected: true,
  attributes: new Map([
    ['ecs.instance-type', 't3.medium'],
    ['stack', 'production'],
  ]),
  remaining: { cpu: 0, memory: 0, usedPorts: new Set(), interfaces: 2 },
  groups: new Map([['service:web', 1]]),
};

test.each([
  ['attribute:stack == production', true],
  ['attribute:stack != production', false],
  ['attribute:ecs.instance-type =~ t3.*', true],
  ['attribute:ecs.instance-type =~ t2.*', false],
  ['attribute:ecs.instance-type in [t2.small, t3.medium]', true],
  ['attribute:ecs.instance-type not_in [t2.small, t3.medium]', false],
  ['attribute:stack exists', true],
  ['attribute:color exists', false],
  ['attribute:color !exists', true],
  ["ec2InstanceId in ['i-1', 'i-2']", true],
  ['agentConnected == true', true],
  ['task:group == service:web', true],
  ['attribute:stack == test or attribute:stack == production', true],
  ['attribute:stack == production and attribute:color exists', false],
  ['not (attribute:stack == test)', true],
])('%s is %s', (query, expected) => {
  expect(parseQuery(query)(candidate)).toBe(expected);
});

test.each(['', 'attribute:stack', 'attribute:stack =>', 'color == red', '(attribute:stack == a', 'attribute:a == b c'])(
  'refuses %j',
  (query) => {
    expect(() => parseQuery(query)).toThrow('filter expression');
  },
);
