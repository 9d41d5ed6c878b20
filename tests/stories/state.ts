import type { FakePull } from '../github/state.ts';
import type { StoryRun, World } from './world.ts';

export interface Pull {
  readonly number: number;
  readonly isFork: boolean;
  /** Its record in the fake, which moves on with it. */
  readonly state: FakePull;
}

/** A commit on main, and what main was at before. */
export interface Pushed {
  readonly before: string;
  readonly after: string;
}

/** Where a story is while it is played. */
export interface StoryState {
  readonly world: World;
  /** The tip of main. */
  main: string;
  /** How many pull requests were opened. */
  pulls: number;
  /** The pull request that was opened or planned last. */
  last: Pull | undefined;
  /** Facts in the order in which they became true. */
  readonly told: string[];
  readonly runs: StoryRun[];
}
