import { OWNER, REPO } from '../github/fake-github.ts';
import type { FakePull } from '../github/state.ts';
import type { Files } from './repository.ts';
import { applied, BOT, dispatched, drifted, lastApplied, planned, statusOf } from './story-text.ts';
import { ROLLBACK_FILE, type RunAround, type StoryRun, type World } from './world.ts';

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

const ZERO = '0'.repeat(40);

/** Without a comment, the summary of the run is where its reader finds it. */
function summaryOf(run: StoryRun | undefined): string {
  const reports = run?.jobs.filter(({ name }) => name.endsWith(' / report')) ?? [];
  const summary = reports.flatMap(({ steps }) => steps.map((step) => step.summary)).join('');
  return `There is no comment. The summary of the run:\n\n${summary}`;
}

export function openScene(world: World, first: string): Played {
  const told: string[] = [];
  const runs: StoryRun[] = [];
  const { git, github, account } = world;
  let main = first;
  let pulls = 0;
  let chosen: string | undefined;
  let last: Pull | undefined;

  const commentOf = ({ number }: Pull): string | undefined =>
    github.state.comments.findLast(({ issue, login, isMinimized }) => issue === number && login === BOT && !isMinimized)
      ?.body;

  const arrive = (sha: string, number?: number, brought: readonly string[] = []): Pushed => {
    const before = main;
    main = sha;
    for (const commit of [...brought, sha]) {
      github.state.history.push(commit);
      if (number !== undefined) github.state.pullsOfCommit.set(commit, [number]);
    }
    return { before, after: sha };
  };

  const dispatch = async (what: string, workflow: string, inputs = {}): Promise<StoryRun> => {
    const on = { sha: main, ref: 'refs/heads/main', actor: 'octocat' };
    const run = await world.run({ name: 'workflow_dispatch', payload: {}, ...on, inputs }, { workflow });
    runs.push(run);
    told.push(await dispatched(what, run, github.state));
    return run;
  };

  const scene: Scene = {
    world,
    tip: () => main,
    aws: account.call,
    tell: (fact) => void told.push(fact),
    show: (shown) => {
      chosen = typeof shown === 'object' ? commentOf(shown) : shown;
    },
    open: async (change, { isFork = false, from = main } = {}) => {
      const number = ++pulls;
      const head = await git.commit(`change-${number}`, from, change);
      const state: FakePull = { number, head, base: main, state: 'open', mergedAt: null };
      github.state.pulls.push(state);
      last = { number, isFork, state };
      return last;
    },
    amend: async ({ number, state }, change) => {
      state.head = await git.commit(`change-${number}`, state.head, change);
    },
    plan: async (pull, around) => {
      last = pull;
      const { number, state, isFork } = pull;
      state.base = main;
      const sha = await git.merge(main, state.head);
      const ref = `refs/pull/${number}/merge`;
      await git.point(ref, sha);
      const repo = { full_name: isFork ? 'somebody/shop' : `${OWNER}/${REPO}` };
      const payload = {
        action: 'synchronize',
        number,
        pull_request: {
          number,
          merged: false,
          head: { sha: state.head, ref: `change-${number}`, repo },
          base: { sha: main, ref: 'main' },
        },
      };
      const run = await world.run({ name: 'pull_request', payload, sha, ref, actor: 'octocat', isFork }, around);
      runs.push(run);
      if (!around?.isUntold) told.push(planned(run, pull, github.state));
      return run;
    },
    queue: async ({ state }) => {
      const sha = await git.merge(main, state.head);
      const ref = 'refs/heads/gh-readonly-queue/main/pr-1';
      await git.point(ref, sha);
      const payload = { action: 'checks_requested', merge_group: { head_sha: sha, base_sha: main, head_ref: ref } };
      const run = await world.run({ name: 'merge_group', payload, sha, ref, actor: 'octocat' });
      runs.push(run);
      told.push(`merge group ${run.conclusion}: status ${statusOf(sha, github.state)}`);
      return run;
    },
    rollBack: (service) => dispatch('rollback', ROLLBACK_FILE, { service }),
    answer: (workflow) => dispatch('answer', workflow),
    checkDrift: async () => {
      const run = await world.run({
        name: 'schedule',
        payload: {},
        sha: main,
        ref: 'refs/heads/main',
        actor: 'octocat',
      });
      runs.push(run);
      told.push(drifted(run, github.state));
      return run;
    },
    merge: async ({ number, state }) => {
      const sha = await git.merge(main, state.head);
      await git.point('refs/heads/main', sha);
      Object.assign(state, { state: 'closed', mergedAt: '2026-08-01T00:00:00Z' });
      return arrive(sha, number, [state.head]);
    },
    push: async (change) => arrive(await git.commit('main', main, change)),
    apply: async ({ before, after }, around) => {
      const payload = { ref: 'refs/heads/main', before: before || ZERO, after };
      const event = { name: 'push', payload, sha: after, ref: 'refs/heads/main', actor: 'octocat' } as const;
      const since = lastApplied(github.state) ?? before;
      const run = await world.run(event, around);
      runs.push(run);
      told.push(await applied(run, { before: since, after }, github.state));
      return run;
    },
  };
  return { scene, told, runs, shown: () => chosen ?? (last && commentOf(last)) ?? summaryOf(runs.at(-1)) };
}
