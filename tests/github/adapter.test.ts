import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../src/adapters/github/github.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { GitHub } from '../../src/ports/github.ts';
import { instantClock } from '../fakes/clock.ts';
import { type FakeGitHub, OWNER, REPO, startFakeGitHub } from './fake-github.ts';

let fake: FakeGitHub;
let clock: Clock;
let github: GitHub;

beforeEach(async () => {
  fake = await startFakeGitHub();
  clock = instantClock();
  github = createGitHub({ token: 'token', apiUrl: fake.url, owner: OWNER, repo: REPO }, clock);
});
afterEach(() => fake.stop());

const comment = (id: number, issue = 7) => ({
  id,
  issue,
  login: 'octocat',
  body: `c${id}`,
  isMinimized: false,
  edits: 0,
});

test('comments are read over all pages', async () => {
  fake.state.comments.push(...Array.from({ length: 250 }, (_, index) => comment(index + 1)), comment(999, 8));
  const found = await github.comments.list(7);
  expect(found.length).toBe(250);
  expect(found.at(-1)).toMatchObject({ id: 250, author: 'octocat', body: 'c250' });
  expect(fake.requests.length).toBe(3);
});

test('the viewer has the name that its comments have', async () => {
  expect(await github.viewer()).toBe('github-actions');
  await github.comments.create(7, 'hello');
  expect((await github.comments.list(7))[0]?.author).toBe('github-actions');
});

test('what is too long and what is gone are answers, not errors', async () => {
  expect(await github.comments.create(7, 'x'.repeat(70_000))).toEqual({ kind: 'too-long' });
  expect(await github.comments.update(1, 'x')).toEqual({ kind: 'gone' });
});

describe('GitHub in trouble', () => {
  test.each<[string, number, Record<string, string>, number]>([
    ['fails twice', 502, {}, 1_000],
    ['limits the rate and says for how long', 403, { 'retry-after': '7' }, 14_000],
    ['limits the rate with 429', 429, { 'retry-after': '2' }, 4_000],
  ])('%s: it is asked again', async (_, status, headers, leastMs) => {
    const start = clock.now();
    fake.fail({ match: /^GET/, status, headers, times: 2 });
    await github.comments.list(7);
    expect(fake.requests.length).toBe(3);
    expect(clock.now() - start).toBeGreaterThanOrEqual(leastMs);
  });

  test('limits the rate without saying for how long: a minute', async () => {
    const start = clock.now();
    fake.fail({ match: /^PATCH/, status: 403, message: 'You have exceeded a secondary rate limit.' });
    await github.comments.update(1, 'x');
    expect(clock.now() - start).toBe(60_000);
  });

  test('for good: the run is told so, and no longer than three minutes later', async () => {
    const start = clock.now();
    fake.fail({ match: /./, status: 503, times: 100 });
    await expect(github.comments.list(7)).rejects.toMatchObject({ code: 'GITHUB_UNAVAILABLE' });
    expect(fake.requests.length).toBe(4);
    expect(clock.now() - start).toBeLessThan(180_000);
  });

  test('limited until far in the future: no waiting for that', async () => {
    const reset = String(Math.round(clock.now() / 1000) + 3_600);
    fake.fail({ match: /./, status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } });
    await expect(github.comments.list(7)).rejects.toMatchObject({ code: 'GITHUB_UNAVAILABLE' });
    expect(fake.requests.length).toBe(1);
  });

  test('while a comment is created: it is not sent twice, there could be two', async () => {
    fake.fail({ match: /^POST/, status: 502, isDone: true });
    await expect(github.comments.create(7, 'x')).rejects.toMatchObject({ code: 'GITHUB_UNAVAILABLE' });
    expect(fake.state.comments.length).toBe(1);
  });
});

test('what a token may not do is said, and not tried again', async () => {
  fake.state.tokens.set('fork', {
    login: 'github-actions[bot]',
    permissions: { contents: 'read', 'pull-requests': 'read' },
  });
  const reader = createGitHub({ token: 'fork', apiUrl: fake.url, owner: OWNER, repo: REPO }, clock);
  await expect(reader.comments.create(7, 'x')).rejects.toMatchObject({ code: 'GITHUB_DENIED' });
  await expect(reader.comments.minimize('IC_1')).rejects.toMatchObject({ code: 'GITHUB_DENIED' });
  expect(await reader.comments.list(7)).toEqual([]);
  expect(fake.requests.length).toBe(3);
});

test('commits are compared, also where one is not there', async () => {
  fake.state.history.push(...Array.from({ length: 230 }, (_, index) => `c${index}`));
  expect(await github.commits.compare('c0', 'c229')).toMatchObject({ status: 'ahead', isWhole: true });
  expect((await github.commits.compare('c0', 'c229'))?.commits.length).toBe(229);
  expect((await github.commits.compare('c0', 'c1'))?.commits).toEqual([{ sha: 'c1', parents: ['c0'] }]);
  expect(await github.commits.compare('c9', 'c1')).toEqual({ status: 'behind', commits: [], isWhole: true });
  expect(await github.commits.compare('c9', 'gone')).toBeUndefined();
});

test('of very many commits the newest are read', async () => {
  fake.state.history.push(...Array.from({ length: 1_451 }, (_, index) => `c${index}`));
  const compared = await github.commits.compare('c0', 'c1450');
  expect(compared?.commits.at(0)?.sha).toBe('c501');
  expect(compared?.commits.at(-1)?.sha).toBe('c1450');
  expect(compared?.isWhole).toBe(false);
  expect(fake.requests.length).toBe(11);
});

test('deployments come page by page, those of a task alone', async () => {
  const deployment = { sha: 'c1', environment: 'web', payload: {}, login: 'x', statuses: [] };
  const of = (task: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...deployment, id: index, task }));
  fake.state.deployments.push(...of('ecs-gitops', 230), ...of('deploy', 5));
  const pages: number[] = [];
  for await (const page of github.deployments.pages('ecs-gitops')) pages.push(page.length);
  expect(pages).toEqual([100, 100, 30]);
});

test('an earlier success stays in the history of a deployment that a later one made inactive', async () => {
  const deployment = { sha: 'c1', environment: 'web', task: 'ecs-gitops', description: 'x', payload: { a: 1 } };
  const status = {
    state: 'success',
    description: 'x',
    logUrl: 'https://x.example',
    environmentUrl: undefined,
  } as const;
  const first = await github.deployments.create(deployment);
  await github.deployments.setStatus(first, status);
  const second = await github.deployments.create({ ...deployment, sha: 'c2' });
  await github.deployments.setStatus(second, status);
  const [page] = await Array.fromAsync(github.deployments.pages('ecs-gitops'));
  expect(page).toMatchObject([{ sha: 'c2' }, { sha: 'c1', payload: { a: 1 } }]);
  expect(await github.deployments.states(first)).toEqual(['inactive', 'success']);
});
