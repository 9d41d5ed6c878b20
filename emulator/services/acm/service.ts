import type { Service, World } from '../../core/world.ts';
import { certificateOperations } from './certificates.ts';

/** Certificates of AWS Certificate Manager. */
export function createService(world: World): Service {
  return { operations: certificateOperations({ world, byArn: new Map() }) };
}
