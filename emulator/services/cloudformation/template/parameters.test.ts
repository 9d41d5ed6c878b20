import { describe, expect, test } from '@jest/globals';
import { parameterOutput, parameterReference, parameterValues } from './parameters.ts';
import { loadTemplate } from './validate.ts';

const declared = (parameters: object) =>
  loadTemplate(
    JSON.stringify({
      Parameters: parameters,
      Resources: { A: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'a' } } },
    }),
  ).parameters;
const store = async (names: readonly string[]) =>
  new Map(names.filter((name) => name !== '/absent').map((name) => [name, `value of ${name}`]));
const resolve = (parameters: object, values: Record<string, string>, previous?: Record<string, string>) =>
  parameterValues({
    declared: declared(parameters),
    supplied: Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    previous:
      previous &&
      Object.fromEntries(Object.entries(previous).map(([key, value]) => [key, { value, resolved: undefined }])),
    readStore: store,
  });

describe('parameters that CloudFormation refuses', () => {
  test.each<[string, object, Record<string, string>, string]>([
    ['without a value', { A: { Type: 'String' } }, {}, 'Parameters: [A] must have values'],
    [
      'that the template lacks',
      { A: { Type: 'String' } },
      { A: 'x', B: 'y', C: 'z' },
      'Parameters: [B, C] do not exist in the template',
    ],
    [
      'outside AllowedValues',
      { A: { Type: 'String', AllowedValues: ['x', 1] } },
      { A: 'y' },
      "Parameter 'A' must be one of AllowedValues",
    ],
    [
      'outside AllowedPattern',
      { A: { Type: 'String', AllowedPattern: '[a-z]+' } },
      { A: 'a1' },
      "Parameter 'A' must match pattern [a-z]+",
    ],
    [
      'too short',
      { A: { Type: 'String', MinLength: 2 } },
      { A: 'a' },
      "Parameter 'A' must contain at least 2 characters",
    ],
    [
      'too long',
      { A: { Type: 'String', MaxLength: '2' } },
      { A: 'abc' },
      "Parameter 'A' must contain at most 2 characters",
    ],
    ['no number', { A: { Type: 'Number' } }, { A: 'a' }, "Parameter 'A' must be a number"],
    ['too small', { A: { Type: 'Number', MinValue: 2 } }, { A: '1' }, "Parameter 'A' must be a number not less than 2"],
    [
      'too large',
      { A: { Type: 'List<Number>', MaxValue: 2 } },
      { A: '1, 3' },
      "Parameter 'A' must be a number not greater than 2",
    ],
    [
      'described',
      { A: { Type: 'String', AllowedValues: ['x'], ConstraintDescription: 'must be x.' } },
      { A: 'y' },
      'Parameter A failed to satisfy constraint: must be x.',
    ],
    [
      'absent from the store',
      { A: { Type: 'AWS::SSM::Parameter::Value<String>' } },
      { A: '/absent' },
      'Unable to fetch parameters [/absent] from parameter store for this account.',
    ],
  ])('%s', async (_what, parameters, values, message) => {
    await expect(resolve(parameters, values)).rejects.toMatchObject({ code: 'ValidationError', message });
  });
});

test('a value comes from the caller, from before, or from the default', async () => {
  const parameters = declared({
    Given: { Type: 'String', Default: 'd' },
    Kept: { Type: 'String', Default: 'd' },
    Left: { Type: 'Number', Default: 3 },
  });
  const values = await parameterValues({
    declared: parameters,
    supplied: [
      { ParameterKey: 'Given', ParameterValue: 'new' },
      { ParameterKey: 'Kept', UsePreviousValue: true },
    ],
    previous: { Kept: { value: 'old', resolved: undefined } },
    readStore: store,
  });
  expect(values).toEqual({
    Given: { value: 'new', resolved: undefined },
    Kept: { value: 'old', resolved: undefined },
    Left: { value: '3', resolved: undefined },
  });
});

test('a previous value that does not exist is none', async () => {
  const values = parameterValues({
    declared: declared({ A: { Type: 'String' } }),
    supplied: [{ ParameterKey: 'A', UsePreviousValue: true }],
    previous: {},
    readStore: store,
  });
  await expect(values).rejects.toThrow('Parameters: [A] must have values');
});

test('a stored parameter is shown by its name and referred to by its value', async () => {
  const parameters = declared({ A: { Type: 'AWS::SSM::Parameter::Value<CommaDelimitedList>', Default: '/a' } });
  const values = await resolve({ A: { Type: 'AWS::SSM::Parameter::Value<CommaDelimitedList>', Default: '/a' } }, {});
  const value = values['A'] ?? { value: '', resolved: undefined };
  expect(parameterOutput('A', value, false)).toEqual({
    ParameterKey: 'A',
    ParameterValue: '/a',
    ResolvedValue: 'value of /a',
  });
  expect(parameterReference(parameters['A'] ?? ({} as never), { value: '/a', resolved: 'x, y' })).toEqual(['x', 'y']);
});

test('a NoEcho parameter is never shown', () => {
  expect(parameterOutput('A', { value: 'secret', resolved: undefined }, true).ParameterValue).toBe('****');
});
