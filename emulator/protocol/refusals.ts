import { AwsError } from '../core/errors.ts';
import type { ServiceName } from '../core/world.ts';
import type { ServiceModel, ShapeModel } from './model.ts';

type Path = readonly (string | number)[];

/** The code under which each service refuses an input that breaks its model's constraints. */
const CONSTRAINT_CODES: Readonly<Record<ServiceName, string>> = {
  acm: 'ValidationException',
  'application-autoscaling': 'ValidationException',
  autoscaling: 'ValidationError',
  cloudformation: 'ValidationError',
  cloudwatch: 'ValidationError',
  ec2: 'InvalidParameterValue',
  ecr: 'InvalidParameterException',
  ecs: 'InvalidParameterException',
  elbv2: 'ValidationError',
  events: 'ValidationException',
  iam: 'ValidationError',
  logs: 'InvalidParameterException',
  secretsmanager: 'ValidationException',
  sns: 'InvalidParameter',
  sqs: 'InvalidParameterValue',
  ssm: 'ValidationException',
  sts: 'ValidationError',
};

function constraintCode({ service }: ServiceModel, operation: string): string {
  // RegisterTaskDefinition is the one ECS operation that blames the client for everything.
  if (service === 'ecs' && operation === 'RegisterTaskDefinition') return 'ClientException';
  return CONSTRAINT_CODES[service];
}

const speaksJson = ({ metadata }: ServiceModel): boolean => metadata.protocols.includes('json');

export function constraintError(
  model: ServiceModel,
  operation: string,
  path: Path,
  value: unknown,
  text: string,
): AwsError {
  const code = constraintCode(model, operation);
  if (model.service !== 'ec2') return new AwsError(code, text);
  return new AwsError(code, `Value (${String(value)}) for parameter ${wirePath(path)} is invalid.`);
}

export function missingError(model: ServiceModel, operation: string, path: Path, text: string): AwsError {
  if (model.service !== 'ec2') return new AwsError(constraintCode(model, operation), text);
  return new AwsError('MissingParameter', `The request must contain the parameter ${wirePath(path)}`);
}

/** No AWS service words this; where AWS would ignore the member, botocore's wording before the call is the nearest. */
export function unknownError(model: ServiceModel, operation: string, path: Path, known: readonly string[]): AwsError {
  if (model.service === 'ec2')
    return new AwsError('UnknownParameter', `The parameter ${wirePath(path)} is not recognized`);
  const where = path.length > 1 ? ` in ${wirePath(path.slice(0, -1))}` : ' in input';
  const choice = known.length > 0 ? `must be one of: ${known.join(', ')}` : 'none is accepted here';
  return new AwsError(constraintCode(model, operation), `Unknown parameter${where}: "${path.at(-1)}", ${choice}`);
}

export function typeError(model: ServiceModel, path: Path, shape: ShapeModel, value: unknown): AwsError {
  if (model.service === 'ec2')
    return new AwsError(
      'InvalidParameterValue',
      `Invalid value '${text(value)}' for ${wirePath(path)}. Expected a ${shape.type}.`,
    );
  const message = `${valueKind(value)} can not be converted to ${article(shape.type)} (at '${wirePath(path)}')`;
  if (speaksJson(model)) return new AwsError('SerializationException', message);
  return new AwsError('MalformedInput', message);
}

const text = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function valueKind(value: unknown): string {
  if (Array.isArray(value)) return 'START_ARRAY';
  if (typeof value === 'object') return 'START_OBJECT';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE') : 'STRING_VALUE';
}

function article(type: string): string {
  const name = type.charAt(0).toUpperCase() + type.slice(1);
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}

const wirePath = (path: Path): string =>
  path.map((part) => (typeof part === 'number' ? String(part + 1) : part)).join('.');
