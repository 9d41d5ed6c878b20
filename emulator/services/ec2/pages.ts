import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';

interface Paging {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** EC2's paging: everything in one answer, unless MaxResults (5 to 1000) asks for less. */
export function page<T>(
  items: readonly T[],
  { MaxResults, NextToken }: Paging,
): { items: T[]; nextToken: string | undefined } {
  if (MaxResults !== undefined && (MaxResults < 5 || MaxResults > 1000))
    throw new AwsError(
      'InvalidParameterValue',
      `Value ( ${MaxResults} ) for parameter maxResults is invalid. Expecting a value greater than or equal to 5 and less than or equal to 1000.`,
    );
  return pageOf(items, {
    token: NextToken,
    size: MaxResults ?? 1000,
    invalidToken: () => new AwsError('InvalidParameterValue', 'Unable to decode the nextToken'),
  });
}
