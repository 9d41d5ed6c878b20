import { invalidParameter } from './refusals.ts';

export interface PageRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

export interface PageLimits {
  readonly standard: number;
  readonly most: number;
}

/** One page of a list, with the token of the next; tokens are opaque to clients and name the position that follows. */
export function pageOf<Item>(
  items: readonly Item[],
  { maxResults, nextToken }: PageRequest,
  { standard, most }: PageLimits,
): { readonly items: Item[]; readonly nextToken: string | undefined } {
  if (maxResults !== undefined && (maxResults < 1 || maxResults > most))
    throw invalidParameter(`maxResults must be between 1 and ${most}.`);
  const start = nextToken === undefined ? 0 : positionOf(nextToken);
  const end = start + (maxResults ?? standard);
  return { items: items.slice(start, end), nextToken: end < items.length ? tokenFor(end) : undefined };
}

const tokenFor = (position: number): string => Buffer.from(`after:${position}`).toString('base64');

function positionOf(token: string): number {
  const match = /^after:(\d+)$/.exec(Buffer.from(token, 'base64').toString());
  if (!match) throw invalidParameter('Invalid token.');
  return Number(match[1]);
}
