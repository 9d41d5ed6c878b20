import { OWNER, REPO } from '../github/fake-github.ts';
import type { Scene } from './scene.ts';
import type { Pull, StoryState } from './state.ts';
import { applied, dispatched, drifted, lastApplied, planned, statusOf } from './story-text.ts';
import { ROLLBACK_FILE, type StoryRun } from './world.ts';

type Run = StoryState['world']['run'];
type Event = Parameters<Run>[0];

const ZERO = '0'.repeat(40);

/** The runs that GitHub starts, by itself or for a person; each is noted, and what came of it. */
export function startedRuns(
  story: StoryState,
): Pick<Scene, 'plan' | 'queue' | 'apply' | 'rollBack' | 'answer' | 'checkDrift'> {
  const { world, told } = story;
  const { git, github } = world;

  const start = async (event: Omit<Event, 'actor'>, around: Parameters<Run>[1] = {}): Promise<StoryRun> => {
    const run = await world.run({ ...event, actor: 'octocat' }, around);
    story.runs.push(run);
    return run;
  };

  const dispatch = async (what: string, workflow: string, inputs = {}): Promise<StoryRun> => {
    const event = { name: 'workflow_dispatch', payload: {}, sha: story.main, ref: 'refs/heads/main', inputs } as const;
    const run = await start(event, { workflow });
    told.push(await dispatched(what, run, github.state));
    return run;
  };

  return {
    plan: async (pull, around) => {
      story.last = pull;
      const { number, state, isFork } = pull;
      state.base = story.main;
      const sha = await git.merge(story.main, state.head);
      const ref = `refs/pull/${number}/merge`;
      await git.point(ref, sha);
      const run = await start({ name: 'pull_request', payload: synchronized(pull), sha, ref, isFork }, around);
      if (!around?.isUntold) told.push(planned(run, pull, github.state));
      return run;
    },
    queue: async ({ state }) => {
      const sha = await git.merge(story.main, state.head);
      const ref = 'refs/heads/gh-readonly-queue/main/pr-1';
      await git.point(ref, sha);
      const merge_group = { head_sha: sha, base_sha: story.main, head_ref: ref };
      const run = await start({ name: 'merge_group', payload: { action: 'checks_requested', merge_group }, sha, ref });
      told.push(`merge group ${run.conclusion}: status ${statusOf(sha, github.state)}`);
      return run;
    },
    apply: async ({ before, after }, around) => {
      const payload = { ref: 'refs/heads/main', before: before || ZERO, after };
      const since = lastApplied(github.state) ?? before;
      const run = await start({ name: 'push', payload, sha: after, ref: 'refs/heads/main' }, around);
      told.push(await applied(run, { before: since, after }, github.state));
      return run;
    },
    rollBack: (service) => dispatch('rollback', ROLLBACK_FILE, { service }),
    answer: (workflow) => dispatch('answer', workflow),
    checkDrift: async () => {
      const run = await start({ name: 'schedule', payload: {}, sha: story.main, ref: 'refs/heads/main' });
      told.push(drifted(run, github.state));
      return run;
    },
  };
}

function synchronized({ number, state, isFork }: Pull): Event['payload'] {
  const repo = { full_name: isFork ? 'somebody/shop' : `${OWNER}/${REPO}` };
  return {
    action: 'synchronize',
    number,
    pull_request: {
      number,
      merged: false,
      head: { sha: state.head, ref: `change-${number}`, repo },
      base: { sha: state.base, ref: 'main' },
    },
  };
}
