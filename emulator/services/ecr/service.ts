import type { Service, World } from '../../core/world.ts';
import { imageOperations } from './images.ts';
import { repositoryOperations } from './repositories.ts';
import { seedImage } from './seed.ts';
import type { Registry } from './store.ts';

/**
 * Repositories of ECR, and the manifests in them. Of `pullable` images, those of this registry are there from the
 * start.
 */
export function createService(world: World, pullable: readonly string[] = []): Service {
  const registry: Registry = { world, repositories: new Map() };
  for (const image of pullable) seedImage(registry, image);
  return { operations: { ...repositoryOperations(registry), ...imageOperations(registry) } };
}
