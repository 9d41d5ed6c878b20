import type { Service, World } from '../../core/world.ts';
import { secretOperations } from './secrets.ts';

/** Secrets Manager: secrets with one version each. */
export function createService(world: World): Service {
  return { operations: secretOperations({ world, secrets: new Map() }) };
}
