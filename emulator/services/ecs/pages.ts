import { type Page, pageOf } from '../../core/pages.ts';
import { invalidParameter } from './refusals.ts';

export interface PageRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

export interface PageLimits {
  readonly standard: number;
  readonly most: number;
}

/** One page of a list, as every operation of ECS with maxResults and nextToken gives it. */
export function limitedPage<Item>(
  items: readonly Item[],
  { maxResults, nextToken }: PageRequest,
  { standard, most }: PageLimits,
): Page<Item> {
  if (maxResults !== undefined && (maxResults < 1 || maxResults > most))
    throw invalidParameter(`maxResults must be between 1 and ${most}.`);
  const invalidToken = () => invalidParameter('Invalid token.');
  return pageOf(items, { token: nextToken, size: maxResults ?? standard, invalidToken });
}
