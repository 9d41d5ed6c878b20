import type { Files } from './repository.ts';
import type { Scene } from './scene.ts';

/** What happens to a pull request, and how it has to end. */
export interface Story {
  readonly name: string;
  /** Facts in order: how runs ended, comment, status and deployments after each, and what AWS has at the end. */
  readonly expected: readonly string[];
  /** Of the first commit; the shop's by default. */
  readonly files?: Files;
  /** Whether AWS has what the first commit says. */
  readonly begins: 'serving' | 'empty';
  readonly play: (scene: Scene) => Promise<void>;
}

export interface StoryResult {
  readonly name: string;
  readonly expected: string;
  readonly got: string;
  readonly seconds: number;
  /** What else is wrong: secrets, limits, the golden comment. */
  readonly problems: readonly string[];
}
