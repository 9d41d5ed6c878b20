import { contributors } from './contributors.ts';
import type { Files } from './repository.ts';
import { startedRuns } from './started-runs.ts';
import type { Pull, Pushed, StoryState } from './state.ts';
import { BOT } from './story-text.ts';
import type { RunAround, StoryRun, World } from './world.ts';

/** What happens in a story: people on GitHub, hands in AWS, and the runs that GitHub starts. */
export interface Scene {
  readonly world: World;
  /** The tip of main. */
  tip(): string;
  /** A branch with a change, and a pull request for it. */
  open(change: Files, options?: { readonly isFork?: boolean; readonly from?: string }): Promise<Pull>;
  /** A further commit on its branch. */
  amend(pull: Pull, change: Files): Promise<void>;
  /** The plan workflow, as GitHub starts it when a pull request is opened or pushed to. */
  plan(pull: Pull, around?: RunAround): Promise<StoryRun>;
  /** Merges; GitHub would now start the apply workflow. */
  merge(pull: Pull): Promise<Pushed>;
  /** A commit on main that was in no pull request. */
  push(change: Files): Promise<Pushed>;
  apply(pushed: Pushed, around?: RunAround): Promise<StoryRun>;
  /** The plan workflow for the merge queue. */
  queue(pull: Pull): Promise<StoryRun>;
  /** The rollback workflow, started by a person. */
  rollBack(service: string): Promise<StoryRun>;
  /** A workflow that answers a pause, started by a person. */
  answer(workflow: string): Promise<StoryRun>;
  /** The drift workflow, as its schedule starts it. */
  checkDrift(): Promise<StoryRun>;
  /** What happens in AWS without the toolkit. */
  aws: World['account']['call'];
  /** A fact of the story's own. */
  tell(fact: string): void;
  /** The comment as it is now, or the text, is what the golden file holds; by default, the comment at the end. */
  show(shown: Pull | string | undefined): void;
}

export interface Played {
  readonly scene: Scene;
  readonly told: readonly string[];
  readonly runs: readonly StoryRun[];
  /** The golden comment; undefined where there is none. */
  shown(): string | undefined;
}

/** Without a comment, the summary of the run is where its reader finds it. */
function summaryOf(run: StoryRun | undefined): string {
  const reports = run?.jobs.filter(({ name }) => name.endsWith(' / report')) ?? [];
  const summary = reports.flatMap(({ steps }) => steps.map((step) => step.summary)).join('');
  return `There is no comment. The summary of the run:\n\n${summary}`;
}

export function openScene(world: World, first: string): Played {
  const { comments } = world.github.state;
  const story: StoryState = { world, main: first, pulls: 0, last: undefined, told: [], runs: [] };
  let chosen: string | undefined;

  const commentOf = ({ number }: Pull): string | undefined =>
    comments.findLast(({ issue, login, isMinimized }) => issue === number && login === BOT && !isMinimized)?.body;

  return {
    told: story.told,
    runs: story.runs,
    shown: () => chosen ?? (story.last && commentOf(story.last)) ?? summaryOf(story.runs.at(-1)),
    scene: {
      world,
      tip: () => story.main,
      aws: world.account.call,
      tell: (fact) => void story.told.push(fact),
      show: (shown) => {
        chosen = typeof shown === 'object' ? commentOf(shown) : shown;
      },
      ...contributors(story),
      ...startedRuns(story),
    },
  };
}
