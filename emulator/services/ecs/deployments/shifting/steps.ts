/** One move of production traffic to the new revision. */
export interface ShiftStep {
  /** How much of the production traffic the new revision has from then on. */
  readonly percent: number;
  /** How long it stays so before the next step. */
  readonly bakeMs: number;
}

export const MINUTE_MS = 60_000;
