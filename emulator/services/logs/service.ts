import type { Service, World } from '../../core/world.ts';
import { groupOperations } from './groups.ts';
import { readingOperations } from './reading.ts';
import type { Logs } from './store.ts';
import { streamOperations } from './streams.ts';
import { tagOperations } from './tags.ts';
import { writingOperations } from './writing.ts';

/** CloudWatch Logs. */
export function createService(world: World): Service {
  const logs: Logs = { world, groups: new Map(), sequence: 0 };
  return {
    operations: {
      ...groupOperations(logs),
      ...streamOperations(logs),
      ...writingOperations(logs),
      ...readingOperations(logs),
      ...tagOperations(logs),
    },
  };
}
