import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';

export interface QueueRecord {
  readonly url: string;
  readonly name: string;
  readonly createdAt: number;
  modifiedAt: number;
  attributes: Readonly<Record<string, string>>;
  tags: ReadonlyMap<string, string>;
}

export interface Queues {
  readonly world: World;
  readonly byUrl: Map<string, QueueRecord>;
  /** By URL: when a queue of that name was deleted last. */
  readonly deletedAt: Map<string, number>;
}

export function queueUrl({ account, region }: World, name: string): string {
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}

export function findQueue({ byUrl }: Queues, url: string): QueueRecord {
  const queue = byUrl.get(url);
  if (!queue) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
  return queue;
}
