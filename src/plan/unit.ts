import type { Change, Unit } from '../model/plan.ts';
import { unitDigest } from './digest.ts';

/** A unit that is nothing but its changes. `content` is what its digest covers besides them. */
export function unitOf(id: string, kind: Unit['kind'], changes: readonly Change[], content = ''): Unit {
  return { id, kind, changes, dangers: [], needs: [], digest: unitDigest(id, changes, content), notes: [] };
}
