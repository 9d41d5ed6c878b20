import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { commandLine, countPulls, findImage, pullableNames, readImages } from './images.ts';

test('an image is found by its name, else by the first glob that matches', () => {
  const images = { 'app:v1': 1, 'app:*': 2, 'registry.example/**': 3 };
  expect(findImage(images, 'app:v1')).toBe(1);
  expect(findImage(images, 'app:v2')).toBe(2);
  expect(findImage(images, 'registry.example/team/app@sha256:00')).toBe(3);
  expect(findImage(images, 'other:v1')).toBeUndefined();
});

test('folders in the file start at the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'images-'));
  const path = join(folder, 'images.json');
  writeFileSync(path, JSON.stringify({ a: { command: ['x'] }, b: { command: ['x'], cwd: 'b' } }));
  expect(readImages(path)).toMatchObject({ a: { cwd: folder }, b: { cwd: join(folder, 'b') } });
});

test.each([
  [{}, {}, ['run', 'default']],
  [{}, { command: ['other'] }, ['run', 'other']],
  [{}, { entryPoint: ['sh'] }, ['sh']],
  [{}, { entryPoint: ['sh'], command: ['-c', 'x'] }, ['sh', '-c', 'x']],
])('entry point and command combine as Docker combines them: %j %j', (_, given, expected) => {
  expect(commandLine({ entryPoint: ['run'], command: ['default'] }, given)).toEqual(expected);
});

test('an image may refuse to be pulled, for the first times or for good', () => {
  const pulls = countPulls();
  const message = 'toomanyrequests: You have reached your pull rate limit.';
  const busy = { command: [], pullError: { message, times: 1 } };
  expect(() => pulls.pull('busy', busy)).toThrow(`Error response from daemon: ${message}`);
  expect(() => pulls.pull('busy', busy)).not.toThrow();
  const gone = { command: [], pullError: { message: 'manifest unknown' } };
  for (const _ of [1, 2, 3]) expect(() => pulls.pull('gone', gone)).toThrow('manifest unknown');
});

test('what can always be pulled is neither a glob nor refused for good', () => {
  const pullError = { message: 'manifest unknown' };
  const busy = { command: [], pullError: { ...pullError, times: 1 } };
  const images = { a: { command: [] }, 'b/**': { command: [] }, gone: { command: [], pullError }, busy };
  expect(pullableNames(images)).toEqual(['a', 'busy']);
});
