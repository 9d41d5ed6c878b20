import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';

interface Paging {
  readonly MaxRecords?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** Auto Scaling's paging: 50 records unless the operation has another default, 100 at most. */
export function page<T>(
  items: readonly T[],
  { MaxRecords, NextToken }: Paging,
  usual = 50,
): { items: T[]; NextToken: string | undefined } {
  const { items: shown, nextToken } = pageOf(items, {
    token: NextToken,
    size: Math.min(MaxRecords ?? usual, 100),
    invalidToken: () => new AwsError('InvalidNextToken', 'The token is not valid.'),
  });
  return { items: shown, NextToken: nextToken };
}
