import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';

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
export function markedPage<Item>(items: readonly Item[], { Marker, PageSize = LARGEST_PAGE }: PageRequest): Page<Item> {
  const invalidToken = (): AwsError => new AwsError('ValidationError', `'${Marker}' is not a valid marker`);
  const page = pageOf(items, { token: Marker, size: PageSize, invalidToken });
  return { items: page.items, nextMarker: page.nextToken };
}
