import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { AwsError } from '../core/errors.ts';

const MAX_BYTES = 10 * 1024 * 1024;

export interface Body {
  readonly bytes: Uint8Array;
  /** Why the bytes are not what the client wanted to send. */
  readonly problem?: AwsError;
}

/**
 * Reads a body to its end, keeps no more of it than AWS would accept, and undoes the compression that SDKs apply to
 * large ones.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (size > MAX_BYTES) return { bytes, problem: tooLarge() };
  return request.headers['content-encoding'] === 'gzip' ? inflated(bytes) : { bytes };
}

function inflated(bytes: Uint8Array): Body {
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) };
  } catch (error) {
    const tooMuch = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const problem = tooMuch ? tooLarge() : new AwsError('SerializationException', 'The request body is not valid gzip');
    return { bytes: new Uint8Array(), problem };
  }
}

const tooLarge = (): AwsError =>
  new AwsError('RequestEntityTooLarge', `The request body exceeds ${MAX_BYTES} bytes`, 413);
