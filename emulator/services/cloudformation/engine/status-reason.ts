import { AwsError } from '../../../core/errors.ts';
import type { World } from '../../../core/world.ts';
import type { ResourceType } from '../resources/resource-type.ts';
import { Refused, Unstable } from '../resources/resource-type.ts';
import { Cancelled } from './control.ts';

const HANDLER_CODES: readonly [RegExp, string][] = [
  [/AlreadyExists|AlreadyInUse|Duplicate/, 'AlreadyExists'],
  [/NotFound|NoSuchEntity|ResourceNotFound/, 'NotFound'],
  [/AccessDenied|Unauthorized/, 'AccessDenied'],
  [/Throttl|RequestLimit|TooManyRequests/, 'Throttling'],
  [/LimitExceeded|TooMany|ServiceQuota/, 'ServiceLimitExceeded'],
  [/Conflict|InUse|DependencyViolation/, 'ResourceConflict'],
  [/Invalid|Validation|Malformed|Missing|Client/, 'InvalidRequest'],
];

/** What a resource's *_FAILED event says: the service's message, as CloudFormation's resource handlers wrap it. */
export function statusReason(world: World, error: unknown, type: ResourceType, action: 'creation' | 'update'): string {
  if (error instanceof Cancelled) return `Resource ${action} cancelled`;
  if (error instanceof Refused) return error.message;
  if (error instanceof Unstable) return handlerText(world, error.message, error.handlerCode);
  if (error instanceof AwsError) {
    const detail = `(Service: ${type.service}, Status Code: ${error.status}, Request ID: ${world.random.uuid()})`;
    const code = HANDLER_CODES.find(([pattern]) => pattern.test(error.code))?.[1] ?? 'GeneralServiceException';
    return handlerText(world, `${error.message} ${detail} (SDK Attempt Count: 1)`, code);
  }
  world.background(Promise.reject(error));
  return 'Internal Failure';
}

export function alreadyExists(world: World, type: string, identifier: string): Refused {
  const message = `Resource of type '${type}' with identifier '${identifier}' already exists.`;
  return new Refused(handlerText(world, message, 'AlreadyExists'));
}

function handlerText(world: World, message: string, code: string): string {
  return `Resource handler returned message: "${message}" (RequestToken: ${world.random.uuid()}, HandlerErrorCode: ${code})`;
}
