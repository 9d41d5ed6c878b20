import { describe, expect, test } from '@jest/globals';
import type { RefreshedInstance, RefreshStep } from './refresh-step.ts';
import { refreshStep } from './refresh-step.ts';

/**
 * o: outdated and ready, n: new and ready, w: new and warming up, p: outdated and protected, b: outdated and booting.
 */
const instances = (text: string): RefreshedInstance[] =>
  [...text].map((letter, index) => ({
    instanceId: `${letter}${index}`,
    outdated: 'opb'.includes(letter),
    ready: 'onp'.includes(letter),
    blocked: letter === 'p',
  }));

describe('a step of an instance refresh', () => {
  test.each<[string, number, number, number, string, Partial<RefreshStep>]>([
    ['launches first above 100 %', 2, 100, 200, 'oo', { surplus: 2, terminate: [] }],
    ['terminates when the new ones are ready', 2, 100, 200, 'oonn', { surplus: 2, terminate: ['o0', 'o1'] }],
    ['waits while they warm up', 2, 100, 200, 'ooww', { surplus: 2, terminate: [] }],
    ['terminates one for one that is ready', 2, 100, 200, 'oonw', { surplus: 2, terminate: ['o0'] }],
    ['needs no surplus at the end', 2, 100, 200, 'nn', { surplus: 0, terminate: [] }],
    ['launches at least one', 2, 100, 110, 'oo', { surplus: 1, terminate: [] }],
    ['launches no more than there is to replace', 4, 100, 200, 'onnn', { surplus: 1, terminate: [] }],
    ['terminates first at 100 %', 2, 50, 100, 'oo', { surplus: 0, terminate: ['o0'] }],
    ['waits for the replacement', 2, 50, 100, 'ow', { surplus: 0, terminate: [] }],
    ['goes on when it is ready', 2, 50, 100, 'on', { surplus: 0, terminate: ['o0'] }],
    ['terminates at least one', 2, 90, 100, 'oo', { surplus: 0, terminate: ['o0'] }],
    ['terminates all at 0 %', 3, 0, 100, 'ooo', { surplus: 0, terminate: ['o0', 'o1', 'o2'] }],
    ['does both where both leave room', 10, 90, 110, 'oooooooooo', { surplus: 1, terminate: ['o0'] }],
    ['terminates what serves nobody at once', 2, 100, 200, 'ob', { surplus: 2, terminate: ['b1'] }],
    ['waits for protection', 2, 50, 100, 'pp', { surplus: 0, terminate: [], blocked: true }],
    ['replaces what is not protected', 2, 50, 100, 'po', { terminate: ['o1'], blocked: false }],
    ['of an empty group does nothing', 0, 90, 100, '', { surplus: 0, terminate: [], blocked: false }],
  ])('%s', (_, desired, minHealthyPercentage, maxHealthyPercentage, text, expected) => {
    const step = refreshStep({ desired, minHealthyPercentage, maxHealthyPercentage, instances: instances(text) });
    expect(step).toMatchObject(expected);
  });
});
