import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Unit } from '../../src/model/plan.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import { readMarker } from '../../src/render/comment/marker.ts';
import { aChange, aProperty, aRecord, aRecordedUnit, aUnit } from '../builders/records.ts';
import { type FakeGitHub, OWNER, REPO, startFakeGitHub } from './fake-github.ts';
import { type ActionRun, type Job, startJob } from './run-action.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const MERGED = 'c'.repeat(40);
const PULL = 7;

let fake: FakeGitHub;
let job: Job;

beforeEach(async () => {
  [fake, job] = await Promise.all([startFakeGitHub(), startJob()]);
  fake.state.pulls.push({ number: PULL, head: HEAD, base: BASE, state: 'open', mergedAt: null });
  fake.state.history.push(BASE, MERGED);
  fake.state.pullsOfCommit.set(MERGED, [PULL]);
});
afterEach(() => Promise.all([fake.stop(), job.remove()]));

const BUMP: Unit = aUnit('service/prod/api', [
  aChange('task definition', {
    type: 'AWS::ECS::TaskDefinition',
    properties: [aProperty('containerDefinitions.api.image', 'api:v1', 'api:v2')],
  }),
]);
const planned = (unit: Unit = BUMP): RunRecord => aRecord({ units: [aRecordedUnit(unit)] });
const applied = (): RunRecord =>
  aRecord({
    mode: 'apply',
    outcome: 'deployed',
    changed: true,
    url: 'http://prod.example',
    units: [
      { ...aRecordedUnit(BUMP, { kind: 'deployed', summary: 'api:42 serves.' }), taskDefinitionArn: 'arn:api:42' },
    ],
  });

/** What select leaves: the jobs that were to run. */
const chosen = (): RunRecord => {
  const selected = [{ cluster: 'prod', region: 'eu-west-1', services: ['api'] }];
  const { cluster: _, ...select } = aRecord({ action: 'select', mode: '', outcome: 'unchanged', selected });
  return select;
};

function leave(...records: readonly RunRecord[]): void {
  mkdirSync(join(job.folder, 'records'), { recursive: true });
  for (const [index, record] of records.entries()) {
    writeFileSync(join(job.folder, 'records', `r${index}.json`), JSON.stringify(record));
  }
}

interface Given {
  readonly event?: 'pull_request' | 'push' | 'merge_group' | 'schedule';
  readonly payload?: object;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly run?: number;
  readonly attempt?: number;
  readonly token?: string;
}

const PAYLOADS = {
  pull_request: {
    action: 'synchronize',
    pull_request: { number: PULL, head: { sha: HEAD, repo: { full_name: `${OWNER}/${REPO}` } }, base: { sha: BASE } },
  },
  push: { ref: 'refs/heads/main', before: BASE, after: MERGED },
  merge_group: { merge_group: { head_sha: MERGED, base_sha: BASE } },
  schedule: {},
};

function report({
  event = 'pull_request',
  payload,
  inputs,
  run = 100,
  attempt = 1,
  token = 'token',
}: Given = {}): Promise<ActionRun> {
  const file = join(job.folder, `event-${run}.json`);
  writeFileSync(file, JSON.stringify(payload ?? PAYLOADS[event]));
  return job.run(
    'report',
    { 'github-token': token, files: 'records', ...inputs },
    {
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: file,
      GITHUB_REPOSITORY: `${OWNER}/${REPO}`,
      GITHUB_API_URL: fake.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: String(run),
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_SHA: MERGED,
    },
  );
}

const stateOf = (body: string | undefined) => readMarker(body ?? '')?.state;
const comment = () => fake.state.comments[0];

describe('a pull request', () => {
  test('has one comment that is edited as it is planned, and a status that vouches for it', async () => {
    expect((await report({ inputs: { files: '' } })).exitCode).toBe(0);
    expect(stateOf(comment()?.body)).toBe('planning');
    expect(fake.state.statuses[0]).toMatchObject({ sha: HEAD, context: 'ecs-gitops/plan', state: 'pending' });
    leave(planned());
    const { exitCode, output, summary } = await report();
    expect(exitCode).toBe(0);
    expect(fake.state.comments.length).toBe(1);
    expect(stateOf(comment()?.body)).toBe('ready');
    expect(fake.state.statuses[0]).toMatchObject({
      state: 'success',
      description: expect.stringMatching(/sha256:[0-9a-f]{64}$/),
    });
    expect(output).toMatch(/comment-url.*\n.*issuecomment-101/);
    expect(summary).toMatch(/api:v2/);
  });

  test('whose token may only read gets everything in the summary, and a notice', async () => {
    fake.state.tokens.set('reader', {
      login: 'github-actions[bot]',
      permissions: { contents: 'read', 'pull-requests': 'read' },
    });
    leave(planned());
    const { exitCode, log, summary } = await report({ token: 'reader' });
    expect(exitCode).toBe(0);
    expect(log).toMatch(/::notice::Comment on the pull request: .*this job's token/);
    expect(summary).toMatch(/api:v2/);
    expect(fake.state.comments).toEqual([]);
  });

  test('of which a cluster left nothing has failed', async () => {
    const selected = [
      { cluster: 'prod', region: 'eu-west-1', services: ['api'] },
      { cluster: 'lost', region: 'eu-west-1', services: [] },
    ];
    const { cluster: _, ...none } = aRecord({ action: 'select', mode: '', outcome: 'unchanged', selected });
    leave(planned(), none);
    await report();
    expect(stateOf(comment()?.body)).toBe('failed');
    expect(comment()?.body).toMatch(/The jobs of cluster lost left no results/);
  });

  test('of which a service was left out has failed', async () => {
    const selected = [{ cluster: 'prod', region: 'eu-west-1', services: ['api', 'web'] }];
    const { cluster: _, ...select } = aRecord({ action: 'select', mode: '', outcome: 'unchanged', selected });
    leave(planned(), select);
    await report();
    expect(comment()?.body).toMatch(/cluster prod .*web\./);
  });

  test('that touches no cluster changes nothing', async () => {
    const { cluster: _, ...none } = aRecord({ action: 'select', mode: '', outcome: 'unchanged', selected: [] });
    leave(none);
    await report();
    expect(stateOf(comment()?.body)).toBe('no-changes');
  });

  test('from a fork is not planned, and told so without a token', async () => {
    const { cluster: _, ...none } = aRecord({
      action: 'select',
      mode: '',
      outcome: 'unchanged',
      selected: [{ cluster: 'prod', region: 'eu-west-1', services: ['api'] }],
    });
    leave(none);
    const { pull_request: pull } = PAYLOADS.pull_request;
    const fork = { ...pull, head: { ...pull.head, repo: { full_name: 'mallory/shop' } } };
    const { exitCode, summary } = await report({ payload: { action: 'opened', pull_request: fork }, token: '' });
    expect({ exitCode, requests: fake.requests }).toEqual({ exitCode: 0, requests: [] });
    expect(summary).toMatch(/comes from a fork.* gets no credentials/);
  });

  test('whose older plan is made again keeps comment and status of the later one', async () => {
    leave(planned());
    await report({ run: 102 });
    await report({ inputs: { files: '' }, run: 101, attempt: 2 });
    await report({ run: 101, attempt: 2 });
    expect(stateOf(comment()?.body)).toBe('ready');
    expect(fake.state.statuses.map(({ state }) => state)).toEqual(['success']);
  });

  test('that is closed says so', async () => {
    leave(planned());
    await report();
    await report({ inputs: { files: '' }, payload: { ...PAYLOADS.pull_request, action: 'closed' }, run: 102 });
    expect(stateOf(comment()?.body)).toBe('closed');
  });
});

describe('a push', () => {
  const merge = (): void => {
    Object.assign(fake.state.pulls[0] ?? {}, { state: 'closed', mergedAt: '2026-08-01T00:00:00Z' });
  };
  const collect = async (run = 110) => {
    const { exitCode, log, output } = await report({ event: 'push', inputs: { mode: 'collect', files: '' }, run });
    const reviewed = JSON.parse(readFileSync(join(job.folder, 'ecs-gitops-reviewed/reviewed.json'), 'utf8'));
    return { exitCode, log, output, reviewed };
  };

  test('is told of in comment and deployment, and its plan stays evidence', async () => {
    leave(planned());
    await report();
    merge();
    await report({ event: 'push', inputs: { files: '' }, run: 110 });
    expect(stateOf(comment()?.body)).toBe('applying');
    expect((await collect()).reviewed.units.length).toBe(1);
    leave(applied(), chosen());
    await report({ event: 'push', run: 110 });
    expect(stateOf(comment()?.body)).toBe('applied');
    expect(fake.state.deployments).toMatchObject([
      {
        sha: MERGED,
        environment: 'prod',
        payload: {
          complete: true,
          commit: MERGED,
          digests: { [BUMP.id]: BUMP.digest.slice(0, 16) },
          taskDefinitions: { [BUMP.id]: 'arn:api:42' },
        },
        statuses: [{ state: 'success', environmentUrl: 'http://prod.example' }],
      },
    ]);
    await report({ event: 'push', run: 110 });
    expect(fake.state.deployments.length).toBe(1);
    const { output } = await collect(111);
    expect(output).toMatch(new RegExp(`base<<.*\n${MERGED}`));
  });

  test('that comes after a newer one was applied is superseded', async () => {
    leave(applied());
    fake.state.history.push('e'.repeat(40));
    await report({ event: 'push', payload: { ...PAYLOADS.push, after: 'e'.repeat(40) } });
    const { reviewed, output } = await collect();
    expect(reviewed.supersededBy).toBe('e'.repeat(40));
    expect(output).toMatch(/superseded<<.*\ntrue/);
  });
});

describe('the commit from which on a push would be applied', () => {
  const ask = async (token?: string) => {
    const inputs = { mode: 'base', files: '' };
    const { exitCode, output, log } = await report({ inputs, ...(token === undefined ? {} : { token }) });
    return { exitCode, log, base: /base<<.*\n(.*)\n/.exec(output)?.[1] };
  };

  test('is the last one that was applied completely', async () => {
    expect(await ask()).toMatchObject({ exitCode: 0, base: '' });
    leave(applied(), chosen());
    await report({ event: 'push', run: 110 });
    expect(await ask()).toMatchObject({ exitCode: 0, base: MERGED });
  });

  test('is not known to a job that may not read deployments', async () => {
    leave(applied(), chosen());
    await report({ event: 'push', run: 110 });
    fake.state.tokens.set('reader', { login: 'github-actions[bot]', permissions: { contents: 'read' } });
    expect(await ask('reader')).toMatchObject({ exitCode: 0, base: '', log: expect.stringContaining('::notice::') });
  });
});

test('a merge group gets a status and no comment', async () => {
  leave(planned());
  await report({ event: 'merge_group' });
  expect(fake.state.statuses).toMatchObject([{ sha: MERGED, state: 'success' }]);
  expect(fake.state.comments).toEqual([]);
});

test('two folders of config have a comment and a status each', async () => {
  const shownBy = async (config: string, unit: Unit) => {
    leave(planned(unit));
    await report({ inputs: { config } });
  };
  await shownBy('config', BUMP);
  await shownBy('./staging/', aUnit('service/prod/web', [aChange('service')]));
  await shownBy('config', BUMP);
  expect(fake.state.comments.map(({ body }) => body.split('\n')[1])).toEqual([
    expect.stringMatching(/^## .* 1 service changes · `aaaaaaa`$/),
    expect.stringMatching(/^## .* 1 service changes · staging · `aaaaaaa`$/),
  ]);
  expect(fake.state.statuses.map(({ context }) => context)).toEqual([
    'ecs-gitops/plan',
    'ecs-gitops/plan (staging)',
    'ecs-gitops/plan',
  ]);
});

test('drift is told of in an issue', async () => {
  leave(planned());
  const { output } = await report({ event: 'schedule', inputs: { mode: 'drift' } });
  expect(output).toMatch(/"cluster":"prod","hasDrift":true/);
  expect(fake.state.issues).toMatchObject([{ title: 'Drift in prod', state: 'open' }]);
});
