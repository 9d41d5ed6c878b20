import { AwsError } from '../../../core/errors.ts';

/** CloudFormation answers nearly every refusal under this one code. */
export function validationError(message: string): AwsError {
  return new AwsError('ValidationError', message);
}

export function formatError(message: string): AwsError {
  return validationError(`Template format error: ${message}`);
}

export function templateError(message: string): AwsError {
  return validationError(`Template error: ${message}`);
}

/** What AWS has and this emulator lacks: refused plainly, never ignored. */
export function notEmulated(what: string): AwsError {
  return validationError(`${what} is not supported by this emulator`);
}
