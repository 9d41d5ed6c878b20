import { describe, expect, test } from '@jest/globals';
import type { ServiceName } from '../core/world.ts';
import { loadModel } from './model.ts';
import { validateInput } from './validate.ts';

const ROLE_ARN = 'arn:aws:iam::123456789012:role/r';

type Row = [service: ServiceName, operation: string, input: unknown, code: string, message: string];

const REFUSED: Row[] = [
  [
    'ecs',
    'UpdateService',
    { service: 's', propagateTags: 'ALL' },
    'InvalidParameterException',
    "1 validation error detected: Value 'ALL' at 'propagateTags' failed to satisfy constraint: Member must satisfy enum value set: [TASK_DEFINITION, SERVICE, NONE]",
  ],
  [
    'ecs',
    'RegisterTaskDefinition',
    { containerDefinitions: [] },
    'ClientException',
    "1 validation error detected: Value null at 'family' failed to satisfy constraint: Member must not be null",
  ],
  [
    'ecs',
    'UpdateService',
    { service: 's', desiredCount: 'two' },
    'SerializationException',
    "STRING_VALUE can not be converted to an Integer (at 'desiredCount')",
  ],
  ['ecs', 'ListClusters', [], 'SerializationException', "START_ARRAY can not be converted to a Structure (at '')"],
  [
    'ecs',
    'DescribeClusters',
    { cluster: ['c'] },
    'InvalidParameterException',
    'Unknown parameter in input: "cluster", must be one of: clusters, include',
  ],
  [
    'cloudformation',
    'DescribeStackEvents',
    {},
    'ValidationError',
    "1 validation error detected: Value null at 'stackName' failed to satisfy constraint: Member must not be null",
  ],
  [
    'iam',
    'TagRole',
    { RoleName: 'r', Tags: [{ Key: '', Value: 'v' }] },
    'ValidationError',
    "2 validation errors detected: Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1; " +
      "Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+",
  ],
  [
    'sts',
    'AssumeRole',
    { RoleArn: ROLE_ARN, RoleSessionName: 'ok', DurationSeconds: 60 },
    'ValidationError',
    "1 validation error detected: Value '60' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
  ],
  [
    'sts',
    'AssumeRole',
    { RoleArn: ROLE_ARN, RoleSessionName: 'ok', Tags: [{ Key: 'k', Value: 'v', Valeu: 'w' }] },
    'ValidationError',
    'Unknown parameter in Tags.1: "Valeu", must be one of: Key, Value',
  ],
  [
    'ecs',
    'ListClusters',
    { constructor: 'x' },
    'InvalidParameterException',
    'Unknown parameter in input: "constructor", must be one of: nextToken, maxResults',
  ],
  ['ec2', 'CreateVpc', { Cidr: 'x' }, 'UnknownParameter', 'The parameter Cidr is not recognized'],
  ['ec2', 'DeleteVpc', {}, 'MissingParameter', 'The request must contain the parameter VpcId'],
  [
    'ec2',
    'RunInstances',
    { MinCount: 1, MaxCount: 1, InstanceType: 't2.mega' },
    'InvalidParameterValue',
    'Value (t2.mega) for parameter InstanceType is invalid.',
  ],
  [
    'autoscaling',
    'SetDesiredCapacity',
    { AutoScalingGroupName: 'g', DesiredCapacity: '2' },
    'MalformedInput',
    "STRING_VALUE can not be converted to an Integer (at 'DesiredCapacity')",
  ],
];

describe('an input that AWS would refuse', () => {
  test.each(REFUSED)('to %s %s: %j', (service, operation, input, code, message) => {
    const validate = () => validateInput(loadModel(service), operation, input);
    expect(validate).toThrow(expect.objectContaining({ code, message }));
  });
});

describe('an input that is right', () => {
  test('comes back as a copy without absent members', () => {
    const input = { clusters: ['a', 'b'], include: undefined };
    const valid = validateInput(loadModel('ecs'), 'DescribeClusters', input);
    expect(valid).toEqual({ clusters: ['a', 'b'] });
    expect(Object.keys(valid)).toEqual(['clusters']);
    expect((valid as typeof input).clusters).not.toBe(input.clusters);
  });

  test('may leave members null', () => {
    expect(validateInput(loadModel('ecs'), 'DescribeClusters', { clusters: null })).toEqual({});
  });
});
