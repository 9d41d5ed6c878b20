import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../src/adapters/github/github.ts';
import type { Unit } from '../../src/model/plan.ts';
import type { GitHub } from '../../src/ports/github.ts';
import { renderComment } from '../../src/render/comment/comment.ts';
import { readMarker } from '../../src/render/comment/marker.ts';
import type { Report } from '../../src/render/comment/report.ts';
import { stateOf } from '../../src/render/comment/report-state.ts';
import { collectReviews } from '../../src/review/collect-reviews.ts';
import { reportDrift } from '../../src/review/drift-issues.ts';
import { markStale } from '../../src/review/mark-stale.ts';
import { planStatus } from '../../src/review/plan-status.ts';
import { type Published, publishComment } from '../../src/review/publish-comment.ts';
import { aChange, aProperty, aRecord, aRecordedUnit, aUnit } from '../builders/records.ts';
import { instantClock } from '../fakes/clock.ts';
import { type FakeGitHub, OWNER, REPO, startFakeGitHub } from './fake-github.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const MERGED = 'c'.repeat(40);
const PULL = 7;
const VIEWER = 'github-actions';

let fake: FakeGitHub;
let github: GitHub;

beforeEach(async () => {
  fake = await startFakeGitHub();
  github = createGitHub({ token: 'token', apiUrl: fake.url, owner: OWNER, repo: REPO }, instantClock());
  fake.state.pulls.push({ number: PULL, head: HEAD, base: BASE, state: 'open', mergedAt: null });
  fake.state.history.push(BASE, MERGED);
  fake.state.pullsOfCommit.set(MERGED, [PULL]);
});
afterEach(() => fake.stop());

const BUMP: Unit = aUnit('service/prod/api', [aChange('service', { properties: [aProperty('image', 'v1', 'v2')] })]);
const NOTHING: Unit = aUnit('service/prod/api', []);

function reportOf(unit: Unit, runId: number, folder = 'config'): Report {
  const records = [aRecord({ units: [aRecordedUnit(unit)] })];
  const context = {
    folder,
    head: HEAD,
    base: BASE,
    runId,
    runAttempt: 1,
    runUrl: 'https://github.com/acme/shop/actions/runs/1',
  };
  return { state: stateOf(records, 'plan'), phase: 'plan', records, context };
}

async function publish(unit: Unit, runId = 100, folder = 'config'): Promise<Published> {
  const report = reportOf(unit, runId, folder);
  const render = (_: unknown, limit: number): string => renderComment(report, { limit }).body;
  return publishComment({ pull: PULL, folder, run: { run: runId, attempt: 1 }, render }, github, VIEWER);
}

/** As report leaves it: comment and status. */
async function review(unit: Unit, folder = 'config'): Promise<void> {
  await publish(unit, 100, folder);
  const report = reportOf(unit, 100, folder);
  const status = planStatus(report.state, folder, renderComment(report));
  await github.statuses.set(HEAD, { ...status, url: report.context.runUrl });
  Object.assign(fake.state.pulls[0] ?? {}, { state: 'closed', mergedAt: '2026-08-01T00:00:00Z' });
}

const first = () => fake.state.comments[0];
const shownState = () => readMarker(first()?.body ?? '')?.state;

describe('the comment of a pull request', () => {
  test('that says the same already is not written to', async () => {
    await publish(BUMP);
    expect(await publish(BUMP)).toMatchObject({ kind: 'unchanged' });
    expect(first()?.edits).toBe(0);
  });

  test('keeps what a later run wrote', async () => {
    await publish(BUMP, 200);
    expect(await publish(NOTHING, 150)).toEqual({ kind: 'kept' });
    expect(shownState()).toBe('ready');
  });

  test('is made anew where somebody deleted it, and not looked for in what somebody forged', async () => {
    await publish(BUMP);
    const body = fake.state.comments.splice(0)[0]?.body ?? '';
    fake.state.comments.push({ id: 1, issue: PULL, login: 'mallory', body, isMinimized: false, edits: 0 });
    await publish(BUMP, 101);
    expect(fake.state.comments.map(({ login, edits }) => [login, edits])).toEqual([
      ['mallory', 0],
      ['github-actions[bot]', 0],
    ]);
  });

  test('that is deleted while it is being edited is made anew', async () => {
    await publish(BUMP);
    fake.fail({ match: /^PATCH/, status: 404 });
    fake.state.comments.splice(0);
    expect(await publish(NOTHING, 101)).toMatchObject({ kind: 'written' });
    expect(shownState()).toBe('no-changes');
  });

  test('is found on the last of many pages', async () => {
    const other = { issue: PULL, login: 'octocat', body: 'LGTM', isMinimized: false, edits: 0 };
    fake.state.comments.push(...Array.from({ length: 230 }, (_, index) => ({ ...other, id: 1000 + index })));
    await publish(BUMP);
    await publish(NOTHING, 101);
    expect(fake.state.comments.length).toBe(231);
    expect(fake.state.comments.at(-1)?.edits).toBe(1);
  });

  test('stays the first of two, and the other is folded', async () => {
    await publish(BUMP);
    const comment = first();
    if (comment) fake.state.comments.push({ ...comment, id: 555 });
    await publish(NOTHING, 101);
    expect(fake.state.comments.map(({ isMinimized }) => isMinimized)).toEqual([false, true]);
    expect(shownState()).toBe('no-changes');
  });

  test('is shortened where GitHub finds it too long', async () => {
    fake.fail({ match: /^POST .*comments$/, status: 422, message: 'Validation Failed: body is too long' });
    expect(await publish(BUMP)).toMatchObject({ kind: 'written' });
    expect(shownState()).toBe('ready');
  });

  test('of which nobody knows whether it was made is looked for, not made again', async () => {
    fake.fail({ match: /^POST .*comments$/, status: 502, isDone: true });
    expect(await publish(BUMP)).toMatchObject({ kind: 'unchanged' });
    expect(fake.state.comments.length).toBe(1);
  });
});

describe('what a push may apply', () => {
  const pushed = { sha: MERGED, before: BASE, folder: 'config' };

  test('is what the merged pull request showed', async () => {
    await review(BUMP);
    const { reviewed, base } = await collectReviews(pushed, github, VIEWER);
    expect(reviewed.units).toMatchObject([{ unit: BUMP.id, digest: BUMP.digest.slice(0, 16), pull: PULL }]);
    expect({ base, rejected: reviewed.rejected, by: reviewed.supersededBy }).toEqual({
      base: undefined,
      rejected: [],
      by: undefined,
    });
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      'edited',
      () => Object.assign(first() ?? {}, { body: first()?.body.replace(/reviewed ./, 'reviewed A') }),
      /somebody edited it/,
    ],
    [
      'of an earlier commit',
      () => Object.assign(fake.state.pulls[0] ?? {}, { head: 'd'.repeat(40) }),
      /earlier commit/,
    ],
    ['deleted', () => fake.state.comments.splice(0), /has no plan/],
    ['written by somebody else', () => Object.assign(first() ?? {}, { login: 'mallory' }), /has no plan/],
    [
      'vouched for by somebody else',
      () => Object.assign(fake.state.statuses[0] ?? {}, { login: 'mallory' }),
      /somebody edited it/,
    ],
  ])('is nothing of a comment that was %s', async (_, tamper, reason) => {
    await review(BUMP);
    tamper();
    const { reviewed } = await collectReviews(pushed, github, VIEWER);
    expect(reviewed.units).toEqual([]);
    expect(reviewed.rejected).toEqual([{ pull: PULL, reason: expect.stringMatching(reason) }]);
  });

  test('is nothing of a pull request that was not merged', async () => {
    await review(BUMP);
    Object.assign(fake.state.pulls[0] ?? {}, { mergedAt: null });
    expect((await collectReviews(pushed, github, VIEWER)).reviewed.units).toEqual([]);
  });

  test('is for each folder of config what was shown of that one', async () => {
    await review(BUMP);
    const other = aUnit('service/prod/web', [aChange('service')]);
    await review(other, 'staging');
    expect(fake.state.comments.length).toBe(2);
    expect(fake.state.statuses.map(({ context }) => context)).toEqual(['ecs-gitops/plan (staging)', 'ecs-gitops/plan']);
    const unitsOf = async (folder: string) =>
      (await collectReviews({ ...pushed, folder }, github, VIEWER)).reviewed.units.map(({ unit }) => unit);
    expect({ config: await unitsOf('config'), staging: await unitsOf('staging') }).toEqual({
      config: [BUMP.id],
      staging: [other.id],
    });
  });

  describe('where very much has come since the last apply', () => {
    const digits = (index: number): string => String(index).padStart(40, '0');
    const brought = (commits: readonly string[]): void => {
      fake.state.history.push(...commits);
      fake.state.deployments.push(...[completeDeployment(MERGED)]);
    };
    const completeDeployment = (sha: string) => ({
      id: 1,
      sha,
      environment: 'prod',
      task: 'ecs-gitops',
      payload: { mode: 'apply', complete: true },
      login: 'github-actions[bot]',
      statuses: [{ state: 'success', description: '', environmentUrl: '' }],
    });
    const asked = () => fake.requests.filter((request) => request.endsWith('/pulls')).length;

    test('in merges, asks for the pull requests of the merges alone', async () => {
      const commits = Array.from({ length: 150 }, (_, index) => digits(index));
      brought(commits);
      // Each fifth is the merge of a branch with four commits.
      for (const [index, sha] of commits.entries()) {
        if (index % 5 !== 4) continue;
        fake.state.parentsOf.set(sha, [commits[index - 5] ?? MERGED, commits[index - 1] ?? '']);
      }
      const { isWhole, base } = await collectReviews({ ...pushed, sha: digits(149) }, github, VIEWER);
      expect({ isWhole, base, asked: asked() }).toEqual({ isWhole: true, base: MERGED, asked: 30 });
    });

    test('in more merges than can be asked for, says so and selects everything', async () => {
      brought(Array.from({ length: 150 }, (_, index) => digits(index)));
      fake.state.pullsOfCommit.set(digits(149), [PULL]);
      await review(BUMP);
      const found = await collectReviews({ ...pushed, sha: digits(149) }, github, VIEWER);
      expect({ isWhole: found.isWhole, base: found.base, asked: asked() }).toEqual({
        isWhole: false,
        base: undefined,
        asked: 100,
      });
      expect(found.reviewed.units).toMatchObject([{ unit: BUMP.id }]);
    });
  });
});

test('plans of open pull requests are marked out of date, and can be made again by a run that had begun', async () => {
  const moved = { branch: 'main', tip: MERGED, folder: 'config' };
  await publish(BUMP);
  await markStale(moved, github, VIEWER);
  expect(shownState()).toBe('stale');
  await markStale(moved, github, VIEWER);
  expect(first()?.edits).toBe(1);
  await publish(BUMP);
  expect(shownState()).toBe('ready');
});

test('drift has one issue for a cluster, opened, updated, closed and opened again by itself', async () => {
  const drift = (unit: Unit) =>
    reportDrift([aRecord({ units: [aRecordedUnit(unit)] })], 'config', github.issues, VIEWER);
  await drift(NOTHING);
  expect(fake.state.issues).toEqual([]);
  expect(await drift(BUMP)).toMatchObject([{ cluster: 'prod', hasDrift: true }]);
  await drift(BUMP);
  expect(fake.requests.filter((request) => request.startsWith('PATCH'))).toEqual([]);
  await drift({ ...BUMP, notes: ['more'] });
  expect(fake.state.issues).toMatchObject([
    { title: 'Drift in prod', state: 'open', body: expect.stringMatching('more') },
  ]);
  await drift(NOTHING);
  expect(fake.state.issues).toMatchObject([{ state: 'closed' }]);
  await drift(BUMP);
  expect(fake.state.issues).toMatchObject([{ state: 'open' }]);
  expect(fake.state.issues.length).toBe(1);
});

test('a cluster that could not be planned keeps its issue as it is', async () => {
  await reportDrift([aRecord({ units: [aRecordedUnit(BUMP)] })], 'config', github.issues, VIEWER);
  await reportDrift([aRecord({ outcome: 'failed', units: [] })], 'config', github.issues, VIEWER);
  expect(fake.state.issues).toMatchObject([{ state: 'open' }]);
});

test('clusters of the same name in two folders have an issue each', async () => {
  const drift = (folder: string) =>
    reportDrift([aRecord({ units: [aRecordedUnit(BUMP)] })], folder, github.issues, VIEWER);
  await drift('staging');
  await drift('config');
  await drift('staging');
  expect(fake.state.issues.map(({ title }) => title)).toEqual(['Drift in prod (staging)', 'Drift in prod']);
});
