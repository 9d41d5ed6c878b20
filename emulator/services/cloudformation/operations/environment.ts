import type { World } from '../../../core/world.ts';
import type { StackStore } from '../engine/store.ts';

/** What every operation works with. */
export interface Environment {
  readonly world: World;
  readonly store: StackStore;
}
