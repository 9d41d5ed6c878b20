import type { ConfigCopy } from './config-copy.ts';

/**
 * How to load the tasks' CPU without loading the machine: requests that cost CPU, and what an emulated vCPU is worth.
 */
export interface BurnPlan {
  readonly perSecond: number;
  readonly msEach: number;
  /** How many emulated vCPUs a real core counts for. */
  readonly vcpusPerCore: number;
}

/** Of a real core, for all tasks together. */
const REAL_CORES = 0.35;
/** Of what the fewest tasks reserve: well above any scale-out threshold that makes sense. */
const UTILISATION = 0.85;
const PER_SECOND = 14;

export function burnPlan({ containers, scaling }: ConfigCopy): BurnPlan {
  const reservedUnits = containers.reduce((sum, { cpu }) => sum + cpu, 0) * (scaling?.min ?? 1);
  return {
    perSecond: PER_SECOND,
    msEach: Math.round((REAL_CORES / PER_SECOND) * 1000),
    vcpusPerCore: Math.max(1, (UTILISATION * reservedUnits) / 1024 / REAL_CORES),
  };
}
