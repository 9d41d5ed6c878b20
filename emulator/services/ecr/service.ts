import type { Service, World } from '../../core/world.ts';
import { imageOperations } from './images.ts';
import { repositoryOperations } from './repositories.ts';
import type { Registry } from './store.ts';

/** Repositories of ECR, and the manifests in them. */
export function createService(world: World): Service {
  const registry: Registry = { world, repositories: new Map() };
  return { operations: { ...repositoryOperations(registry), ...imageOperations(registry) } };
}
