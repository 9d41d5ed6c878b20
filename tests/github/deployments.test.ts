import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../src/adapters/github/github.ts';
import type { OutcomeKind } from '../../src/model/outcome.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import type { GitHub } from '../../src/ports/github.ts';
import type { ReportContext } from '../../src/render/comment/report.ts';
import { collectReviews } from '../../src/review/collect-reviews.ts';
import { recordDeployments } from '../../src/review/record-deployments.ts';
import { aRecord } from '../builders/records.ts';
import { instantClock } from '../fakes/clock.ts';
import { type FakeGitHub, OWNER, REPO, startFakeGitHub } from './fake-github.ts';

const VIEWER = 'github-actions';
/** Commits of main. */
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(40)) as [string, string, string, string];

let fake: FakeGitHub;
let github: GitHub;

beforeEach(async () => {
  fake = await startFakeGitHub();
  github = createGitHub({ token: 'token', apiUrl: fake.url, owner: OWNER, repo: REPO }, instantClock());
  fake.state.history.push(A, B, C, D);
});
afterEach(() => fake.stop());

function ran(mode: string, kind: OutcomeKind, { service = 'web', startedAt = 0 } = {}): RunRecord {
  const units = [{ name: `service/shop/${service}`, outcome: { kind, summary: `It is ${kind}.`, evidence: [] } }];
  return aRecord({ action: 'deploy-service', mode, cluster: 'shop', outcome: kind, units, startedAt });
}

/** What apply.yml's own choice leaves, and what then ran. */
function selected(...records: readonly RunRecord[]): readonly RunRecord[] {
  const { cluster: _, ...select } = aRecord({ action: 'select', mode: '', outcome: 'unchanged', units: [] });
  return [{ ...select, selected: [{ cluster: 'shop', region: 'eu-west-1', services: ['web'] }] }, ...records];
}

const run = (head: string, runId: number, more: Partial<ReportContext> = {}): ReportContext => ({
  folder: 'config',
  head,
  base: head,
  runId,
  runAttempt: 1,
  runUrl: 'https://github.example/runs/1',
  ...more,
});

const record = (records: readonly RunRecord[], context: ReportContext): Promise<void> =>
  recordDeployments(records, context, github.deployments, VIEWER);

const baseOf = async (sha: string, before: string, folder = 'config'): Promise<string | undefined> =>
  (await collectReviews({ sha, before, folder }, github, VIEWER)).base;

const states = () =>
  fake.state.deployments.map(({ payload, statuses }) => {
    const { mode, complete } = payload as { readonly mode: string; readonly complete: boolean };
    return `${mode} ${complete ? 'complete' : 'not complete'}: ${statuses[0]?.state}`;
  });

describe("GitHub's record of a deployment", () => {
  test.each<[string, readonly RunRecord[], string]>([
    ['is a success where all serves', selected(ran('apply', 'deployed')), 'apply complete: success'],
    ['goes on where it waits for an answer', selected(ran('apply', 'paused')), 'apply not complete: in_progress'],
    ['is a failure where it went back', selected(ran('apply', 'rolled-back')), 'apply not complete: failure'],
    ['is of nothing complete where nothing was selected', [ran('apply', 'deployed')], 'apply not complete: success'],
    ['of an answer is about that alone', [ran('continue', 'deployed')], 'continue not complete: success'],
    ['of a rollback is about that alone', [ran('rollback', 'deployed')], 'rollback not complete: success'],
  ])('%s', async (_, records, state) => {
    await record(records, run(B, 1));
    expect(states()).toEqual([state]);
  });

  test('says what it waits for', async () => {
    await record(selected(ran('apply', 'paused')), run(B, 1));
    expect(fake.state.deployments[0]?.statuses[0]?.description).toBe('It is paused.');
  });

  test('is not made twice by a report that is repeated', async () => {
    await record(selected(ran('apply', 'deployed')), run(B, 1));
    await record(selected(ran('apply', 'deployed')), run(B, 1));
    expect(states()).toEqual(['apply complete: success']);
  });

  test('of a pause that the same run has answered gives way to a complete one', async () => {
    const paused = ran('apply', 'paused');
    await record(selected(paused), run(B, 1));
    await record(selected(paused, ran('continue', 'deployed', { startedAt: 1 })), run(B, 1));
    expect(states()).toEqual(['apply complete: success', 'apply not complete: inactive']);
    expect(await baseOf(C, B)).toBe(B);
  });

  test('has an environment for each folder that a cluster of that name is in', async () => {
    await record(selected(ran('apply', 'deployed')), run(B, 1));
    await record(selected(ran('apply', 'deployed')), run(B, 1, { folder: 'staging' }));
    expect(fake.state.deployments.map(({ environment }) => environment)).toEqual(['shop (staging)', 'shop']);
    expect(fake.state.deployments.map(({ statuses }) => statuses[0]?.state)).toEqual(['success', 'success']);
  });
});

describe('the commit from which on a push applies', () => {
  test('is the last one that was applied completely, and a newer one supersedes', async () => {
    await record(selected(ran('apply', 'deployed')), run(B, 1));
    await record(selected(ran('apply', 'failed')), run(C, 2));
    expect(await baseOf(D, C)).toBe(B);
    const { reviewed } = await collectReviews({ sha: B, before: A, folder: 'config' }, github, VIEWER);
    expect(reviewed.supersededBy).toBe(C);
  });

  test.each(['continue', 'rollback'])('does not move by a %s that somebody starts at a later commit', async (mode) => {
    await record(selected(ran('apply', 'deployed')), run(A, 1));
    await record(selected(ran('apply', 'paused')), run(B, 2));
    await record([ran(mode, 'deployed')], run(D, 3));
    expect(await baseOf(D, C)).toBe(A);
    const { reviewed } = await collectReviews({ sha: C, before: B, folder: 'config' }, github, VIEWER);
    expect(reviewed.supersededBy).toBeUndefined();
  });

  test('is none where none was applied completely; everything counts that came since the first attempt', async () => {
    const pull = { base: A, state: 'closed', mergedAt: '2026-08-01T00:00:00Z' } as const;
    for (const [number, merged] of [B, C, D].entries()) {
      fake.state.pulls.push({ ...pull, number, head: String(number).repeat(40) });
      fake.state.pullsOfCommit.set(merged, [number]);
    }
    await record(selected(ran('apply', 'failed')), run(B, 1, { base: A }));
    // The run of C was passed over.
    const { base, reviewed } = await collectReviews({ sha: D, before: C, folder: 'config' }, github, VIEWER);
    expect({ base, looked: reviewed.rejected?.map(({ pull: each }) => each) }).toEqual({
      base: undefined,
      looked: [0, 1, 2],
    });
  });

  test('is found behind many failures', async () => {
    await record(selected(ran('apply', 'deployed')), run(A, 1));
    const failed = { environment: 'shop', task: 'ecs-gitops', payload: { mode: 'apply', complete: false } };
    const failures = Array.from({ length: 250 }, (_, id) => ({ ...failed, id: 1_000 + id, sha: B }));
    fake.state.deployments.unshift(
      ...failures.map((each) => ({ ...each, login: 'github-actions[bot]', statuses: [] })),
    );
    expect(await baseOf(D, C)).toBe(A);
  });

  test('is each folder of config its own', async () => {
    await record(selected(ran('apply', 'deployed')), run(B, 1));
    await record(selected(ran('apply', 'deployed')), run(C, 2, { folder: 'staging' }));
    expect([await baseOf(D, C), await baseOf(D, C, 'staging')]).toEqual([B, C]);
  });
});
