// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the variables of Fn::Sub are written so
import { describe, expect, test } from '@jest/globals';
import { loadTemplate } from './validate.ts';

const parameter = { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'a' } };
const withResources = (resources: object, rest: object = {}): string =>
  JSON.stringify({ ...rest, Resources: resources });
const valued = (value: unknown): object => ({ ...parameter, Properties: { Type: 'String', Value: value } });

describe('a template that CloudFormation refuses', () => {
  test.each<[string, string, string]>([
    ['no object', '- a', 'Template format error: unsupported structure.'],
    ['an address', 'https://example.com/template', 'Template format error: unsupported structure.'],
    ['broken JSON', '{"Resources": {', 'Template format error: JSON not well-formed. (line 1, column 16)'],
    ['broken YAML', 'Resources:\n  A: [', 'Template format error: YAML not well-formed. (line 2, column 7)'],
    ['an alias', 'Resources: &a\n  B: *a', 'Template error: YAML aliases are not allowed in CloudFormation templates'],
    ['no resources', '{"Parameters": {}}', 'Template format error: At least one Resources member must be defined.'],
    [
      'an unknown section',
      withResources({ A: parameter }, { Foo: {} }),
      'Invalid template property or properties [Foo]',
    ],
    [
      'another version',
      withResources({ A: parameter }, { AWSTemplateFormatVersion: '2011-01-01' }),
      'Template format error: 2011-01-01 is not a supported value for AWSTemplateFormatVersion.',
    ],
    [
      'a resource that is no object',
      withResources({ A: 'b' }),
      'Template format error: Any Resources member must be an object.',
    ],
    [
      'a resource without type',
      withResources({ A: {} }),
      'Template format error: [/Resources/A] Every Resources object must contain a Type member.',
    ],
    [
      'a stray resource key',
      withResources({ A: { ...parameter, Invalid: 1 } }),
      "Invalid template resource property 'Invalid'",
    ],
    [
      'a strange name',
      withResources({ 'A-b': parameter }),
      'Template format error: Resource name A-b is non alphanumeric.',
    ],
    [
      'a pseudo parameter as a resource',
      withResources({ 'AWS::NoValue': parameter }),
      'Template format error: Resource name AWS::NoValue is non alphanumeric.',
    ],
    [
      'an unknown type',
      withResources({ A: { Type: 'AWS::Foo::Bar' } }),
      'Template format error: Unrecognized resource types: [AWS::Foo::Bar]',
    ],
    [
      'a null',
      withResources({ A: parameter }, { Outputs: { MyOutput: { Value: null } } }),
      "[/Outputs/MyOutput/Value] 'null' values are not allowed in templates",
    ],
    [
      'an output without value',
      withResources({ A: parameter }, { Outputs: { MyOutput: {} } }),
      'Template format error: Every Outputs member must contain a Value object',
    ],
    [
      'a reference to nothing',
      withResources({ A: valued({ Ref: 'X' }) }),
      'Template format error: Unresolved resource dependencies [X] in the Resources block of the template',
    ],
    [
      'a substitution of nothing',
      withResources({ A: valued({ 'Fn::Sub': 'a-${X}' }) }),
      'Template format error: Unresolved resource dependencies [X] in the Resources block of the template',
    ],
    [
      'a dependency on a parameter',
      withResources({ A: { ...parameter, DependsOn: 'P' } }, { Parameters: { P: { Type: 'String' } } }),
      'Template format error: Unresolved resource dependencies [P] in the Resources block of the template',
    ],
    [
      'an output of nothing',
      withResources({ A: parameter }, { Outputs: { O: { Value: { Ref: 'X' } } } }),
      'Template format error: Unresolved resource dependencies [X] in the Outputs block of the template',
    ],
    [
      'an attribute of nothing',
      withResources({ A: valued({ 'Fn::GetAtt': ['X', 'Arn'] }) }),
      'Template error: instance of Fn::GetAtt references undefined resource X',
    ],
    [
      'an attribute that the type lacks',
      withResources({ A: parameter, B: valued({ 'Fn::GetAtt': ['A', 'Foo'] }) }),
      'Template error: resource A does not support attribute type Foo in Fn::GetAtt',
    ],
    [
      'a substituted attribute that the type lacks',
      withResources({ A: parameter, B: valued({ 'Fn::Sub': '${A.Foo}' }) }),
      'Template error: instance of Fn::Sub references invalid resource attribute A.Foo',
    ],
    [
      'a circle',
      withResources({
        A: valued({ Ref: 'B' }),
        B: valued({ Ref: 'C' }),
        C: valued({ Ref: 'A' }),
        D: valued({ Ref: 'A' }),
      }),
      'Circular dependency between resources: [A, B, C]',
    ],
    [
      'a condition that does not exist',
      withResources({ A: { ...parameter, Condition: 'Never' } }),
      'Template format error: Unresolved condition dependency Never in the Resources block of the template',
    ],
    [
      'a condition on a resource',
      withResources({ A: parameter }, { Conditions: { C: { 'Fn::Equals': [{ Ref: 'A' }, 'x'] } } }),
      'Template format error: Unresolved dependencies [A]. Cannot reference resources in the Conditions block of the template',
    ],
    [
      'a malformed function',
      withResources({ A: valued({ 'Fn::Join': 'a' }) }),
      'Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to ' +
        'be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.',
    ],
    [
      'a bad variable name',
      withResources({ A: valued({ 'Fn::Sub': '${a b}' }) }),
      'Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons',
    ],
    [
      'a transform',
      withResources({ A: parameter }, { Transform: 'AWS::Serverless-2016-10-31' }),
      'No transform named AWS::Serverless-2016-10-31 found.',
    ],
    [
      'an unknown parameter type',
      withResources({ A: parameter }, { Parameters: { P: { Type: 'Text' } } }),
      'Template format error: Unrecognized parameter type: Text',
    ],
    [
      'a policy that creation would have to wait for',
      withResources({ A: { ...parameter, CreationPolicy: {} } }),
      'CreationPolicy (resource A) is not supported by this emulator',
    ],
  ])('has %s', (_what, body, message) => {
    expect(() => loadTemplate(body)).toThrow(expect.objectContaining({ code: 'ValidationError', message }));
  });

  test('names a function that does not exist, and those that do', () => {
    expect(() => loadTemplate(withResources({ A: valued({ 'Fn::Upper': 'a' }) }))).toThrow(
      /^Template error: Encountered unsupported function: Fn::Upper Supported functions are: \[Fn::Base64, .*Fn::Cidr\]$/,
    );
  });

  test('is larger than 51,200 bytes', () => {
    expect(() => loadTemplate(`# ${'x'.repeat(51_200)}\n`)).toThrow(/at 'templateBody' failed to satisfy constraint/);
  });
});

describe('a template in YAML', () => {
  test('may use every short form at any depth, long forms inside short ones too', () => {
    const template = loadTemplate(`
AWSTemplateFormatVersion: 2010-09-09
Conditions:
  Never: !Equals [a, b]
  Always: !Not [!Condition Never]
Resources:
  A:
    Type: AWS::SSM::Parameter
    Properties:
      Type: String
      Value: !Base64
        Fn::Sub:
          - '\${AWS::Region} \${x}'
          - x: !If [Never, !Ref AWS::StackName, !GetAtt B.Value]
  B:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Value: !Select [0, !Split [',', !Join [',', [a, b]]]] }
`);
    expect(template.conditions).toEqual({
      Never: { 'Fn::Equals': ['a', 'b'] },
      Always: { 'Fn::Not': [{ Condition: 'Never' }] },
    });
    expect(template.resources['A']?.properties['Value']).toEqual({
      'Fn::Base64': {
        'Fn::Sub': [
          '${AWS::Region} ${x}',
          { x: { 'Fn::If': ['Never', { Ref: 'AWS::StackName' }, { 'Fn::GetAtt': ['B', 'Value'] }] } },
        ],
      },
    });
    expect(template.resources['B']?.properties['Value']).toEqual({
      'Fn::Select': [0, { 'Fn::Split': [',', { 'Fn::Join': [',', ['a', 'b']] }] }],
    });
  });
});
