import type { Service, World } from '../../core/world.ts';
import { queueOperations } from './queues.ts';
import type { Queues } from './store.ts';
import { tagOperations } from './tags.ts';

/** Queues of SQS, without messages. */
export function createService(world: World): Service {
  const queues: Queues = { world, byUrl: new Map(), deletedAt: new Map() };
  return { operations: { ...queueOperations(queues), ...tagOperations(queues) } };
}
