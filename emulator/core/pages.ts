import type { AwsError } from './errors.ts';

export interface PageRequest {
  /** The token that came with the page before. */
  readonly token: string | undefined;
  readonly size: number;
  /** The service's refusal of a token that it never gave out. */
  readonly invalidToken: () => AwsError;
}

export interface Page<T> {
  readonly items: T[];
  /** undefined: this was the last page. */
  readonly nextToken: string | undefined;
}

const PREFIX = 'page:';

/** Cuts one page out of a listing in stable order. Tokens are opaque to clients, as AWS's are. */
export function pageOf<T>(items: readonly T[], { token, size, invalidToken }: PageRequest): Page<T> {
  const start = token === undefined ? 0 : offsetOf(token);
  if (start === undefined) throw invalidToken();
  const end = start + size;
  const nextToken = end < items.length ? Buffer.from(`${PREFIX}${end}`).toString('base64') : undefined;
  return { items: items.slice(start, end), nextToken };
}

function offsetOf(token: string): number | undefined {
  const text = Buffer.from(token, 'base64').toString('latin1');
  const offset = Number(text.slice(PREFIX.length));
  return text.startsWith(PREFIX) && Number.isInteger(offset) && offset > 0 ? offset : undefined;
}
