import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';

interface Paging {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

interface ListPage<Item> {
  readonly items: Item[];
  readonly IsTruncated: boolean;
  readonly Marker: string | undefined;
}

/** One page of a List operation: a hundred items, unless MaxItems says otherwise. */
export function listPage<Item>(all: readonly Item[], { Marker, MaxItems = 100 }: Paging): ListPage<Item> {
  const { items, nextToken } = pageOf(all, {
    token: Marker,
    size: MaxItems,
    invalidToken: () => new AwsError('ValidationError', `Invalid Marker: ${Marker}`),
  });
  return { items, IsTruncated: nextToken !== undefined, Marker: nextToken };
}
