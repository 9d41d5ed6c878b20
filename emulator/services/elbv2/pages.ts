import { AwsError } from '../../core/errors.ts';

export interface PageRequest {
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextMarker: string | undefined;
}

const LARGEST_PAGE = 400;

/** One page of `items`, as every Describe operation with Marker and PageSize gives it. */
export function pageOf<Item>(items: readonly Item[], { Marker, PageSize = LARGEST_PAGE }: PageRequest): Page<Item> {
  const start = Marker === undefined ? '0' : Buffer.from(Marker, 'base64url').toString();
  if (!/^\d+$/.test(start)) throw new AwsError('ValidationError', `'${Marker}' is not a valid marker`);
  const from = Number(start);
  const to = from + PageSize;
  const nextMarker = to < items.length ? Buffer.from(String(to)).toString('base64url') : undefined;
  return { items: items.slice(from, to), nextMarker };
}
