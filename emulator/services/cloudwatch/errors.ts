import { AwsError } from '../../core/errors.ts';

export const invalid = (message: string): AwsError => new AwsError('ValidationError', message);

export const invalidValue = (message: string): AwsError => new AwsError('InvalidParameterValue', message);

export const unserved = (what: string): AwsError => invalid(`This emulator does not serve ${what}`);

export const invalidToken = (): AwsError => new AwsError('InvalidNextToken', 'The next token specified is invalid.');
