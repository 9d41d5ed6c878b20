import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changedFiles } from './changed-files.ts';

let repository = '';
const git = (...args: readonly string[]): void => {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: repository, stdio: 'pipe' });
};
const commit = (): void => {
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
};

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'ecs-gitops-changed-'));
  git('init', '-q');
  mkdirSync(join(repository, 'config'));
  writeFileSync(join(repository, 'config/a.yaml'), 'a: 1\n');
  commit();
  renameSync(join(repository, 'config/a.yaml'), join(repository, 'config/b.yaml'));
  writeFileSync(join(repository, 'naïve "name".txt'), '');
  commit();
});
afterAll(() => rmSync(repository, { recursive: true, force: true }));

describe('what differs between two commits', () => {
  test('has both names of a file that was renamed, and names as they are', async () => {
    const expected = ['config/a.yaml', 'config/b.yaml', 'naïve "name".txt'];
    expect(await changedFiles(repository, 'HEAD^1', 'HEAD')).toEqual(expected);
  });

  test('is nothing between a commit and itself', async () => {
    expect(await changedFiles(repository, 'HEAD', 'HEAD')).toEqual([]);
  });

  test.each(['0123456789abcdef0123456789abcdef01234567', '--output=x'])('cannot be told from %s', async (base) => {
    expect(await changedFiles(repository, base, 'HEAD')).toBeUndefined();
  });
});
