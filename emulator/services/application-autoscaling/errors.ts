import { AwsError } from '../../core/errors.ts';

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

export const unserved = (what: string): AwsError => invalid(`This emulator does not serve ${what}`);

export const invalidToken = (): AwsError =>
  new AwsError('InvalidNextTokenException', 'The next token supplied is invalid.');
