import type { FakePull } from '../github/state.ts';
import type { Scene } from './scene.ts';
import type { Pushed, StoryState } from './state.ts';

/** What people do with commits and pull requests, without the runs that GitHub would start. */
export function contributors(story: StoryState): Pick<Scene, 'open' | 'amend' | 'merge' | 'push'> {
  const { git, github } = story.world;

  const arrive = (sha: string, number?: number, brought: readonly string[] = []): Pushed => {
    const before = story.main;
    story.main = sha;
    for (const commit of [...brought, sha]) {
      github.state.history.push(commit);
      if (number !== undefined) github.state.pullsOfCommit.set(commit, [number]);
    }
    return { before, after: sha };
  };

  return {
    open: async (change, { isFork = false, from = story.main } = {}) => {
      story.pulls += 1;
      const number = story.pulls;
      const head = await git.commit(`change-${number}`, from, change);
      const state: FakePull = { number, head, base: story.main, state: 'open', mergedAt: null };
      github.state.pulls.push(state);
      story.last = { number, isFork, state };
      return story.last;
    },
    amend: async ({ number, state }, change) => {
      state.head = await git.commit(`change-${number}`, state.head, change);
    },
    merge: async ({ number, state }) => {
      const sha = await git.merge(story.main, state.head);
      await git.point('refs/heads/main', sha);
      Object.assign(state, { state: 'closed', mergedAt: '2026-08-01T00:00:00Z' });
      return arrive(sha, number, [state.head]);
    },
    push: async (change) => arrive(await git.commit('main', story.main, change)),
  };
}
