import { AwsError } from '../core/errors.ts';
import type { WireRequest } from './wire.ts';

/** Who signed a request, and for what: the scope of a Signature Version 4. */
export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  /** AWS's signing name, such as `monitoring` for CloudWatch. */
  readonly service: string;
}

/**
 * Reads the credential scope from the Authorization header or a presigned URL; undefined where a request is not signed.
 * The shape of the signature is checked, its value is not: the emulator knows nobody's secret.
 */
export function readCredential({ headers, query }: WireRequest): Credential | undefined {
  const { authorization } = headers;
  const presigned = new URLSearchParams(query);
  if (authorization !== undefined) return fromHeader(authorization, headers['x-amz-date'] ?? headers.date);
  const credential = presigned.get('X-Amz-Credential');
  return credential === null ? undefined : scope(credential);
}

function fromHeader(authorization: string, date: string | string[] | undefined): Credential {
  const [algorithm, ...rest] = authorization.split(' ');
  if (algorithm !== 'AWS4-HMAC-SHA256')
    throw new AwsError('IncompleteSignature', `Unsupported AWS 'algorithm': '${algorithm}'.`);
  const fields = new Map(rest.join(' ').split(',').map(field));
  const missing = ['Credential', 'Signature', 'SignedHeaders']
    .filter((name) => !fields.get(name))
    .map((name) => `Authorization header requires '${name}' parameter.`);
  if (date === undefined)
    missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  if (missing.length > 0) throw new AwsError('IncompleteSignature', missing.join(' '));
  return scope(fields.get('Credential') ?? '');
}

const field = (text: string): [string, string] => {
  const [name = '', value = ''] = text.trim().split('=', 2);
  return [name, value];
};

function scope(credential: string): Credential {
  const parts = credential.split('/');
  const [accessKeyId, , region, service, term] = parts;
  if (parts.length !== 5 || !accessKeyId || !region || !service || term !== 'aws4_request') {
    const message = `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`;
    throw new AwsError('IncompleteSignature', message);
  }
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region))
    throw new AwsError('InvalidClientTokenId', 'Credential should be scoped to a valid region.', 403);
  return { accessKeyId, region, service };
}
