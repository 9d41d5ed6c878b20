// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the variables of Fn::Sub are written so
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../template/json.ts';
import { evaluate } from './evaluate.ts';
import type { Scope } from './scope.ts';
import { KNOWN_AFTER_APPLY } from './unknown.ts';

const scope: Scope = {
  template: {
    mappings: { Sizes: { small: { type: 't3.small', zones: ['a', 'c'] } } },
    conditions: {
      Yes: { 'Fn::Equals': ['1', 1] },
      No: { 'Fn::Not': [{ Condition: 'Yes' }] },
      Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
      Either: { 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] },
    },
  },
  parameters: { Name: 'web', Subnets: ['s-1', 's-2'], 'AWS::Region': 'ap-northeast-1' },
  ref: (id) =>
    new Map([
      ['Group', 'sg-1'],
      ['New', KNOWN_AFTER_APPLY],
    ]).get(id),
  attribute: (id, attribute) =>
    new Map([
      ['Role.Arn', 'arn:role'],
      ['New.Arn', KNOWN_AFTER_APPLY],
    ]).get(`${id}.${attribute}`),
  importValue: (name) => (name === 'vpc' ? 'vpc-1' : undefined),
  availabilityZones: (region) => [`${region}a`, `${region}c`],
};

test.each<[Json, Json | undefined]>([
  [{ Ref: 'Name' }, 'web'],
  [{ Ref: 'Subnets' }, ['s-1', 's-2']],
  [{ Ref: 'Group' }, 'sg-1'],
  [{ Ref: 'AWS::NoValue' }, undefined],
  [{ a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
  [{ 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:role'],
  [{ 'Fn::GetAtt': 'Role.Arn' }, 'arn:role'],
  [{ 'Fn::Sub': '${Name}-${Group}-${Role.Arn}-${!Name}-$x' }, 'web-sg-1-arn:role-${Name}-$x'],
  [{ 'Fn::Sub': ['${x}/${Name}', { x: { Ref: 'Group' } }] }, 'sg-1/web'],
  [{ 'Fn::Join': ['-', ['a', 1, { Ref: 'Name' }]] }, 'a-1-web'],
  [{ 'Fn::Join': [',', { Ref: 'Subnets' }] }, 's-1,s-2'],
  [{ 'Fn::Select': [1, { Ref: 'Subnets' }] }, 's-2'],
  [{ 'Fn::Select': ['0', { 'Fn::GetAZs': '' }] }, 'ap-northeast-1a'],
  [{ 'Fn::Split': ['|', 'a|b'] }, ['a', 'b']],
  [{ 'Fn::If': ['Yes', 'a', 'b'] }, 'a'],
  [{ 'Fn::If': ['Both', 'a', { Ref: 'AWS::NoValue' }] }, undefined],
  [{ 'Fn::If': ['Either', [{ Ref: 'Group' }], 'b'] }, ['sg-1']],
  [{ 'Fn::FindInMap': ['Sizes', 'small', 'type'] }, 't3.small'],
  [{ 'Fn::FindInMap': ['Sizes', 'small', 'zones'] }, ['a', 'c']],
  [{ 'Fn::ImportValue': { 'Fn::Sub': 'vpc' } }, 'vpc-1'],
  [{ 'Fn::Base64': 'a' }, 'YQ=='],
  [{ 'Fn::Cidr': ['10.0.0.0/16', 3, 8] }, ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
  [{ 'Fn::Cidr': ['10.1.2.0/24', '2', '4'] }, ['10.1.2.0/28', '10.1.2.16/28']],
  [{ Condition: { StringEquals: { a: 'b' } } }, { Condition: { StringEquals: { a: 'b' } } }],
])('%j is %j', (value, expected) => {
  expect(evaluate(value, scope)).toEqual(expected);
});

test.each<[Json]>([
  [{ Ref: 'New' }],
  [{ 'Fn::GetAtt': ['New', 'Arn'] }],
  [{ 'Fn::Sub': 'arn:${New}' }],
  [{ 'Fn::Join': ['/', ['a', { Ref: 'New' }]] }],
  [{ 'Fn::Base64': { 'Fn::Sub': 'x ${New.Arn}' } }],
  [{ 'Fn::Select': [0, { 'Fn::Split': [':', { Ref: 'New' }] }] }],
])('%j is not known before the change is applied', (value) => {
  expect(evaluate(value, scope)).toBe(KNOWN_AFTER_APPLY);
});

describe('what cannot be evaluated', () => {
  test.each<[Json, string]>([
    [{ 'Fn::Select': [5, ['a']] }, 'Template error: Fn::Select cannot select nonexistent value at index 5'],
    [{ 'Fn::FindInMap': ['Sizes', 'huge', 'type'] }, 'Template error: Unable to get mapping for Sizes::huge::type'],
    [
      { 'Fn::FindInMap': ['Colours', 'a', 'b'] },
      "Template error: Mapping named 'Colours' is not present in the 'Mappings' section of template.",
    ],
    [
      { 'Fn::Sub': '${Subnets}' },
      'Template error: variable Subnets in Fn::Sub expression does not resolve to a string',
    ],
    [
      { 'Fn::Cidr': ['10.0.0.0/24', 3, 8] },
      'Template error: Fn::Cidr cannot split 10.0.0.0/24 into 3 blocks of 8 bits',
    ],
  ])('%j', (value, message) => {
    expect(() => evaluate(value, scope)).toThrow(message);
  });
});
