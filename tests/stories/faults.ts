import type { Fault } from '../planted/fault.ts';

/** A fault of the toolkit, and the stories that must show it. */
export interface StoryFault extends Fault {
  /** Their names. */
  readonly shownBy: readonly string[];
}

export const FAULTS: readonly StoryFault[] = [];
