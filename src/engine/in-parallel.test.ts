import { describe, expect, test } from '@jest/globals';
import { inParallel } from './in-parallel.ts';

/** Work that ends when the test says so, and what was started of it. */
function controlledWork() {
  const started: string[] = [];
  const open = new Map<string, PromiseWithResolvers<string>>();
  const work = (item: string): Promise<string> => {
    started.push(item);
    const ending = Promise.withResolvers<string>();
    open.set(item, ending);
    return ending.promise;
  };
  const settle = async (end: (item: PromiseWithResolvers<string> | undefined) => void, item: string): Promise<void> => {
    end(open.get(item));
    await new Promise(setImmediate);
  };
  return {
    started,
    work,
    finish: (item: string) => settle((ending) => ending?.resolve(item.toUpperCase()), item),
    fail: (item: string) => settle((ending) => ending?.reject(new Error(`${item} is refused`)), item),
  };
}

describe('work in parallel', () => {
  test('starts no more than the limit, and gives results in the order of the items', async () => {
    const { started, work, finish } = controlledWork();
    const all = inParallel(['a', 'b', 'c'], 2, work);
    expect(started).toEqual(['a', 'b']);
    await finish('b');
    expect(started).toEqual(['a', 'b', 'c']);
    await finish('c');
    await finish('a');
    expect(await all).toEqual(['A', 'B', 'C']);
  });

  test('after a rejection starts nothing more, and throws only when nothing is at work', async () => {
    const { started, work, finish, fail } = controlledWork();
    let ended = 'at work';
    const all = inParallel(['a', 'b', 'c', 'd'], 2, work).catch((error: Error) => {
      ended = error.message;
    });
    await fail('a');
    expect(ended).toBe('at work');
    await finish('b');
    await all;
    expect(ended).toBe('a is refused');
    expect(started).toEqual(['a', 'b']);
  });

  test('of several rejections the first is thrown', async () => {
    const { work, fail } = controlledWork();
    const all = inParallel(['a', 'b'], 2, work).catch((error: Error) => error.message);
    await fail('b');
    await fail('a');
    expect(await all).toBe('b is refused');
  });

  test('an error thrown before the work begins counts as a rejection', async () => {
    const refuse = (item: string): Promise<string> => {
      throw new Error(`${item} is refused`);
    };
    await expect(inParallel(['a', 'b'], 1, refuse)).rejects.toThrow('a is refused');
  });
});
