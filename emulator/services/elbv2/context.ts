import type { World } from '../../core/world.ts';
import type { DataPlane } from './dataplane/plane.ts';
import type { Store } from './store.ts';
import type { TargetLifecycle } from './targets/lifecycle.ts';

/** What every operation works on. */
export interface Context {
  readonly world: World;
  readonly store: Store;
  readonly targets: TargetLifecycle;
  readonly plane: DataPlane;
}
