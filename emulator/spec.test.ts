import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { seededRandom } from './core/random.ts';
import { virtualClock } from './core/virtual-clock.ts';
import { noneDriver } from './drivers/none.ts';
import { accessLevelOf } from './http/access-levels.ts';
import { loadModel } from './protocol/model.ts';
import { SERVICES } from './protocol/services.ts';
import { createRegions } from './regions.ts';

const clock = virtualClock(0);
const { services } = createRegions({
  account: '123456789012',
  clock,
  random: seededRandom(1),
  sabotage: [],
  driver: () => noneDriver({ clock, outcomes: {} }),
  onDefect: () => {},
}).world('ap-northeast-1');

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const wordsOf = (path: string): Set<string> => new Set(read(path).match(/\w+/g));

describe.each(SERVICES)('%s', (name) => {
  const served = Object.keys(services[name]?.operations ?? {});
  const published = loadModel(name).operations;

  test('is served', () => {
    expect(served.length).toBeGreaterThan(0);
  });

  test('names every operation that it serves in its SPEC.md', () => {
    const words = wordsOf(`services/${name}/SPEC.md`);
    expect(served.filter((operation) => !words.has(operation))).toEqual([]);
  });

  test('serves every operation whose shapes it has, and no other', () => {
    expect(served.sort()).toEqual(Object.keys(published).sort());
  });

  test('has an access level for each of them', () => {
    expect(served.filter((operation) => accessLevelOf(name, operation) === 'Unknown')).toEqual([]);
  });

  test('is in the index', () => {
    const path = `services/${name}/SPEC.md`;
    expect(read('SPEC.md')).toContain(`(${path})`);
    expect(existsSync(new URL(path, import.meta.url))).toBe(true);
  });
});
