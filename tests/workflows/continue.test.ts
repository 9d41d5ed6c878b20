import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { logOf, runTold } from './told-actions.ts';

const CALLER = `
on: push
permissions: {}
jobs:
  apply:
    permissions: { contents: read, deployments: write, id-token: write, pull-requests: write, statuses: read }
    uses: ecs-gitops/ecs-gitops/.github/workflows/apply.yml@v1
    with: { provision-role: provisioner, deploy-role: deployer, reviewed-only: false }
  shift:
    needs: apply
    if: needs.apply.outputs.paused == 'shop'
    permissions: { contents: read, deployments: write, id-token: write, pull-requests: write }
    uses: ecs-gitops/ecs-gitops/.github/workflows/continue.yml@v1
    with: { role: deployer, cluster: shop, region: eu-west-1, service: '*', environment: production }
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-continue-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a deployment that pauses in apply.yml', () => {
  test('is answered by continue.yml behind its environment, whichever of the services waits', async () => {
    const ended = await runTold(folder, CALLER, { PAUSES: 'true' });
    expect(ended.conclusion).toBe('success');
    expect(logOf(ended, 'shift / continue')).toContain(
      '{"service":"*","mode":"continue","action":"continue","role":"deployer"}',
    );
    expect(logOf(ended, 'shift / report')).toContain('5 artifacts downloaded');
    expect(ended.asked.at(-1)).toBe('repo:octo/shop:environment:production');
  }, 30_000);

  test('is the only one that continue.yml is called for', async () => {
    const ended = await runTold(folder, CALLER);
    expect(ended.conclusion).toBe('success');
    expect(ended.jobs.find(({ name }) => name.startsWith('shift'))?.result).toBe('skipped');
  }, 30_000);
});

describe('two folders of config in one run', () => {
  const apply = (folderOfConfig: string): string => `
    permissions: { contents: read, deployments: write, id-token: write, pull-requests: write, statuses: read }
    uses: ecs-gitops/ecs-gitops/.github/workflows/apply.yml@v1
    with: { config: ${folderOfConfig}, provision-role: provisioner, deploy-role: deployer }`;
  const BOTH = `
on: push
permissions: {}
jobs:
  staging:${apply('config/staging')}
  production:
    needs: staging${apply('config/production')}
`;

  test('keep what they leave for their reports apart', async () => {
    const ended = await runTold(folder, BOTH);
    expect(ended.conclusion).toBe('success');
    // select, provision, and two deployments.
    for (const call of ['staging', 'production']) {
      expect(logOf(ended, `${call} / report`)).toContain('4 artifacts downloaded');
    }
  }, 60_000);
});
