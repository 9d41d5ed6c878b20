import type { DocumentedDifference } from './observation.ts';

/** Where a witness and the emulator disagree, and that is known. Anything else fails `npm run conformance`. */
export const DOCUMENTED_DIFFERENCES: readonly DocumentedDifference[] = [];
