import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { plant } from '../planted/fault.ts';
import { FAULTS } from './faults.ts';
import { formProblems } from './form.ts';
import { fileName, goldenPath, normalise } from './golden.ts';
import { play } from './play.ts';
import { secretsIn } from './secrets.ts';
import { STORIES } from './stories.ts';
import { layOutSources } from './toolkit.ts';

const ROOT = new URL('../../', import.meta.url);
const GOLDENS = new URL('goldens/', import.meta.url);

describe('the stories', () => {
  test('are at least thirty, each under its own name and golden file', () => {
    expect(STORIES.length).toBeGreaterThanOrEqual(30);
    expect(new Set(STORIES.map(({ name }) => fileName(name))).size).toBe(STORIES.length);
  });

  test('each expect something of AWS in the end', () => {
    const vague = STORIES.filter(({ expected }) => !expected.at(-1)?.startsWith('AWS: '));
    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  test('are those that have golden files', () => {
    expect(readdirSync(GOLDENS).toSorted()).toEqual(STORIES.map(({ name }) => `${fileName(name)}.md`).toSorted());
  });

  test.each(STORIES.map(({ name }) => name))('%s has a comment that is whole and tells no secret', (name) => {
    expect(existsSync(goldenPath(name))).toBe(true);
    const golden = readFileSync(goldenPath(name), 'utf8');
    expect({ form: formProblems(golden), secrets: secretsIn(golden) }).toEqual({ form: [], secrets: [] });
  });
});

describe('a comment', () => {
  test('is told from one that is cut', () => {
    const whole = '<details><summary>x</summary>\n\n```diff\n- a\n```\n\n</details>\n';
    expect(formProblems(whole)).toEqual([]);
    expect(formProblems(whole.replace('a\n```', 'a'))).toContain('it does not close all fences');
    expect(formProblems(whole.replace('</details>', ''))).toEqual(['it does not close all details']);
  });

  test('is compared without what differs from run to run', () => {
    const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
    expect(normalise(`${a} on ${b}, \`${'a'.repeat(7)}\`, 3 min 12 s, subnet-0123456789abcdef0`)).toBe(
      'commit-1 on commit-2, `commit-1`, <time>, subnet-<id>',
    );
  });
});

describe('the faults', () => {
  test('are at least eight, each shown by stories that exist', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(8);
    const names = STORIES.map(({ name }) => name);
    expect(FAULTS.flatMap(({ shownBy }) => shownBy).filter((name) => !names.includes(name))).toEqual([]);
    expect(FAULTS.filter(({ shownBy }) => shownBy.length === 0)).toEqual([]);
  });

  test.each(FAULTS.map((fault) => [fault.name, fault.changes] as const))('%s fits the source', (name, changes) => {
    for (const change of changes)
      if ('replace' in change) plant(name, change, readFileSync(new URL(change.file, ROOT), 'utf8'));
  });
});

test('a pull request is planned through the workflows as written, and ends as its story says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-gitops-stories-'));
  try {
    const stories = STORIES.filter(({ name }) => name === 'image bump');
    const options = { isUpdate: false, signal: new AbortController().signal, onResult: () => undefined };
    const [result] = await play(stories, { toolkit: layOutSources(join(folder, 'toolkit')), ...options });
    expect(result).toMatchObject({ got: result?.expected, problems: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
