import { AwsError } from '../core/errors.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { exceptionOf, queryError } from './json.ts';
import { fromBody, toBody } from './values.ts';
import type { Protocol, WireResponse } from './wire.ts';

/** Smithy RPC v2 CBOR, in which botocore speaks to CloudWatch: POST /service/NAME/operation/NAME. */
export const rpcCbor: Protocol = {
  readInput: ({ model, input }, { body }) => {
    const value = body.length === 0 ? {} : decode(body);
    return input === undefined ? value : fromBody(model, input, value);
  },
  writeOutput: ({ model, output }, value, requestId) => {
    const terms = { timestamp: (ms: number) => new Date(ms), blob: (bytes: Uint8Array) => bytes };
    return response(200, requestId, output === undefined ? {} : toBody(model, output, value, terms));
  },
  writeError: (refusal, model, requestId) => {
    const { name, status } = exceptionOf(refusal);
    const written = response(status, requestId, { __type: name, [refusal.messageMember]: refusal.message });
    return { ...written, headers: { ...written.headers, ...queryError(refusal, model) } };
  },
};

function decode(body: Uint8Array): unknown {
  try {
    return decodeCbor(body);
  } catch (error) {
    throw new AwsError('SerializationException', `The request body is not valid CBOR: ${(error as Error).message}`);
  }
}

function response(status: number, requestId: string, body: unknown): WireResponse {
  const headers = {
    'content-type': 'application/cbor',
    'smithy-protocol': 'rpc-v2-cbor',
    'x-amzn-requestid': requestId,
  };
  return { status, headers, body: encodeCbor(body) };
}
