import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';

export interface TopicRecord {
  readonly arn: string;
  /** Those that were set; Policy and the like are not made up. */
  attributes: Readonly<Record<string, string>>;
  tags: ReadonlyMap<string, string>;
}

export interface Topics {
  readonly world: World;
  readonly byArn: Map<string, TopicRecord>;
}

export const invalidParameter = (what: string): AwsError =>
  new AwsError('InvalidParameter', `Invalid parameter: ${what}`);

export function findTopic({ byArn }: Topics, arn: string): TopicRecord {
  const topic = byArn.get(arn);
  if (!topic) throw new AwsError('NotFound', 'Topic does not exist', 404);
  return topic;
}
