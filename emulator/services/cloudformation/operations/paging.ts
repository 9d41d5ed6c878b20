import { validationError } from '../template/errors.ts';

export interface Page<T> {
  readonly items: T[];
  readonly nextToken: string | undefined;
}

/** One page of a list whose items have keys; the token names the last item seen, so that newer items shift nothing. */
export function page<T>(
  all: readonly T[],
  options: { readonly token: string | undefined; readonly size: number; readonly keyOf: (item: T) => string },
): Page<T> {
  const { token, size, keyOf } = options;
  const seen = token === undefined ? undefined : Buffer.from(token, 'base64url').toString();
  const start = seen === undefined ? 0 : all.findIndex((item) => keyOf(item) === seen) + 1;
  if (seen !== undefined && start === 0) throw validationError('Invalid NextToken');
  const items = all.slice(start, start + size);
  const last = items.at(-1);
  const more = start + size < all.length && last !== undefined;
  return { items, nextToken: more ? Buffer.from(keyOf(last)).toString('base64url') : undefined };
}
