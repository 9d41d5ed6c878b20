import { AwsError } from '../core/errors.ts';
import type { ServiceModel } from './model.ts';
import type { Refusal } from './refusal.ts';
import { fromBody, toBody } from './values.ts';
import type { Protocol, WireRequest, WireResponse } from './wire.ts';

/**
 * AWS JSON 1.0 and 1.1: the operation is named by X-Amz-Target, timestamps are seconds, an error's shape is `__type`.
 */
export const json: Protocol = {
  readInput: ({ model, input }, request) => {
    const value = parse(request);
    return input === undefined ? value : fromBody(model, input, value);
  },
  writeOutput: ({ model, output }, value, requestId) => {
    const terms = {
      timestamp: (ms: number) => ms / 1000,
      blob: (bytes: Uint8Array) => Buffer.from(bytes).toString('base64'),
    };
    const body = output === undefined ? undefined : toBody(model, output, value, terms);
    return response(200, model, requestId, body === undefined ? '' : JSON.stringify(body, spelled));
  },
  writeError: (refusal, model, requestId) => {
    const { name, status } = exceptionOf(refusal);
    const body = { __type: name, [refusal.messageMember]: refusal.message };
    const written = response(status, model, requestId, JSON.stringify(body));
    const headers = { 'x-amzn-errortype': name, ...queryError(refusal, model) };
    return { ...written, headers: { ...written.headers, ...headers } };
  },
};

const COMMON_ERRORS: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'MissingAuthenticationToken',
  'RequestEntityTooLarge',
]);

/** The errors that all services share end in Exception here, and those about the caller have status 400, not 403. */
export function exceptionOf({ shapeName, status }: Refusal): { readonly name: string; readonly status: number } {
  const name = COMMON_ERRORS.has(shapeName) ? `${shapeName}Exception` : shapeName;
  return { name, status: status === 403 ? 400 : status };
}

/** Services that moved from the query protocol keep its codes in this header (awsQueryCompatible). */
export function queryError({ code, status }: Refusal, model: ServiceModel | undefined): Record<string, string> {
  if (!model?.metadata.protocols.includes('query')) return {};
  return { 'x-amzn-query-error': `${code};${status < 500 ? 'Sender' : 'Receiver'}` };
}

function parse({ body }: WireRequest): unknown {
  const text = new TextDecoder().decode(body);
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new AwsError('SerializationException', 'The request body is not valid JSON');
  }
}

/** JSON has no words for these numbers; AWS writes them as text. */
const spelled = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

function response(status: number, model: ServiceModel | undefined, requestId: string, body: string): WireResponse {
  const version = model?.metadata.jsonVersion ?? '1.1';
  return {
    status,
    headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': requestId },
    body,
  };
}
