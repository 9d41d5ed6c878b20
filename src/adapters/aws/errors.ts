import { type ErrorCode, ToolkitError } from '../../model/errors.ts';
import { RUN_AGAIN } from '../../model/next-steps.ts';

/** What the SDK's service exceptions and transport errors have in common, as far as it is read here. */
interface SdkError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly $retryable?: { readonly throttling?: boolean };
}

const UNAVAILABLE = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'ServerException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'InternalFailure',
  'InternalError',
  'RequestTimeout',
  'TimeoutError',
  // A 200 whose body was cut short: the SDK fails to parse it and does not retry.
  'SyntaxError',
]);
const NETWORK = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** A ClientException that goes away by itself: another run registers a revision of the same family at this moment. */
const PASSING = /^Too many concurrent attempts to create a new revision/;
const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'NotAuthorized']);
const CREDENTIALS = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
]);

/**
 * Whether AWS refused with one of these error codes. Adapters turn such refusals into values before translating the
 * rest.
 */
export function isAwsError(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

/**
 * Runs one AWS call and translates what it throws: the only place where the SDK's errors become ours.
 * `doing` completes "while …", e.g. `describing service web`.
 */
export async function calling<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translated(error, doing);
  }
}

function translated(error: unknown, doing: string): ToolkitError {
  if (error instanceof ToolkitError) return error;
  if (!(error instanceof Error)) return failure('INTERNAL', `${String(error)} (while ${doing}).`, error);
  const sdk = error as SdkError & Error;
  return failure(codeOf(sdk), `${sdk.name}: ${sdk.message} (while ${doing}).`, sdk);
}

function codeOf(error: SdkError): ErrorCode {
  const status = error.$metadata?.httpStatusCode ?? 0;
  if (CREDENTIALS.has(error.name)) return 'CREDENTIALS_MISSING';
  if (DENIED.has(error.name)) return 'ACCESS_DENIED';
  if (UNAVAILABLE.has(error.name) || error.$retryable?.throttling || status >= 500) return 'AWS_UNAVAILABLE';
  if (NETWORK.has(error.code ?? '') || PASSING.test(error.message)) return 'AWS_UNAVAILABLE';
  return status >= 400 ? 'AWS_REFUSED' : 'INTERNAL';
}

const HINTS: Partial<Record<ErrorCode, string>> = {
  CREDENTIALS_MISSING:
    'Give the job AWS credentials before this step, e.g. with aws-actions/configure-aws-credentials and permissions: id-token: write.',
  ACCESS_DENIED: 'Add the action to the role that this job assumes; docs/security.md lists what each action needs.',
  AWS_UNAVAILABLE: RUN_AGAIN,
  AWS_REFUSED: 'Correct the config or the account as the message of AWS says, then run the job again.',
};

function failure(code: ErrorCode, message: string, cause: unknown): ToolkitError {
  return new ToolkitError(code, message, {
    hint: HINTS[code] ?? 'This is a defect; please report it with the log.',
    cause,
  });
}
