import type { Service, World } from '../../core/world.ts';
import { readingOperations } from './reading.ts';
import { createStore } from './store.ts';
import { tagOperations } from './tags.ts';
import { writingOperations } from './writing.ts';

/** Systems Manager's Parameter Store. */
export function createService(world: World): Service {
  const ssm = createStore(world);
  return { operations: { ...readingOperations(ssm), ...writingOperations(ssm), ...tagOperations(ssm) } };
}
