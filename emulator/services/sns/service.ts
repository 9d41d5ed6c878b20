import type { Service, World } from '../../core/world.ts';
import type { Topics } from './store.ts';
import { tagOperations } from './tags.ts';
import { topicOperations } from './topics.ts';

/** Topics of SNS, without messages. */
export function createService(world: World): Service {
  const topics: Topics = { world, byArn: new Map() };
  return { operations: { ...topicOperations(topics), ...tagOperations(topics) } };
}
