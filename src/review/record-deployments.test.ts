import { describe, expect, test } from '@jest/globals';
import { aRecord } from '../../tests/builders/records.ts';
import type { OutcomeKind } from '../model/outcome.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Deployments, NewDeployment, NewDeploymentStatus } from '../ports/github.ts';
import { recordDeployments } from './record-deployments.ts';

const CONTEXT = { head: 'abc', base: 'def', runId: 1, runAttempt: 1, runUrl: 'https://github.example/runs/1' };

function run(mode: string, kind: OutcomeKind, startedAt = 0): RunRecord {
  const units = [{ name: 'service/shop/web', outcome: { kind, summary: `It is ${kind}.`, evidence: [] } }];
  return aRecord({ action: 'deploy-service', mode, cluster: 'shop', outcome: kind, units, startedAt });
}

async function recorded(records: readonly RunRecord[]) {
  const created: NewDeployment[] = [];
  const statuses: NewDeploymentStatus[] = [];
  const deployments: Deployments = {
    list: async () => [],
    states: async () => [],
    create: async (deployment) => created.push(deployment),
    setStatus: async (_, status) => void statuses.push(status),
  };
  await recordDeployments(records, CONTEXT, deployments, 'bot');
  return { complete: created[0]?.payload['complete'], state: statuses[0]?.state, text: statuses[0]?.description };
}

describe("GitHub's record of a deployment", () => {
  test.each<[string, readonly RunRecord[], boolean, string]>([
    ['is a success where all serves', [run('apply', 'deployed')], true, 'success'],
    ['goes on where it waits for an answer', [run('apply', 'paused')], false, 'in_progress'],
    ['is a success once it was answered', [run('apply', 'paused'), run('continue', 'deployed', 1)], true, 'success'],
    ['is a failure where it went back', [run('continue', 'rolled-back')], false, 'failure'],
  ])('%s', async (_, records, complete, state) => {
    expect(await recorded(records)).toMatchObject({ complete, state });
  });

  test('says what it waits for', async () => {
    expect((await recorded([run('apply', 'paused')])).text).toBe('It is paused.');
  });
});
