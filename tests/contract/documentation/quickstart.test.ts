import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openScene } from '../../stories/scene.ts';
import { REGION } from '../../stories/shop.ts';
import { layOutSources } from '../../stories/toolkit.ts';
import { openWorld } from '../../stories/world.ts';
import { readPage } from './page.ts';

const QUICKSTART = new URL('../../../docs/quickstart.md', import.meta.url);
const page = readPage('docs/quickstart.md', readFileSync(QUICKSTART, 'utf8'));
/** Every file that a reader is told to write, with a region of their own; roles are those of the identity template. */
const FILES = Object.fromEntries(
  page.snippets.flatMap(({ text }) => {
    const path = /^# ((?:config|\.github)\/\S+)$/.exec(text.split('\n', 1)[0] ?? '')?.[1];
    return path === undefined ? [] : [[path, `${text.replaceAll('ap-northeast-1', REGION)}\n`]];
  }),
);
const workflow = (name: string): string => `.github/workflows/${name}.yml`;

test('whoever follows the quickstart has a cluster, reviewed and applied, that does not drift', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-quickstart-'));
  const world = await openWorld(layOutSources(join(folder, 'toolkit')));
  try {
    const { scene, told } = openScene(world, await world.begin({ 'README.md': 'A shop.\n' }, false));
    const pull = await scene.open(FILES);
    await scene.plan(pull, { workflow: workflow('plan') });
    await scene.apply(await scene.merge(pull), { workflow: workflow('apply') });
    const event = {
      name: 'schedule',
      payload: {},
      sha: scene.tip(),
      ref: 'refs/heads/main',
      actor: 'octocat',
    } as const;
    const drift = await world.run(event, { workflow: workflow('drift') });
    expect([...told, `drift ${drift.conclusion}`, `${world.github.state.issues.length} issues`]).toEqual([
      'plan #1 success: comment ready, status success',
      'apply success: service/shop/web deployed, stack/shop deployed, stack/shop-web deployed, #1 comment applied, deployment success',
      'drift success',
      '0 issues',
    ]);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
