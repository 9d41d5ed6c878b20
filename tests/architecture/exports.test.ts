import { expect, test } from '@jest/globals';
import { type Source, sourcesBelow, testsBelow } from './sources.ts';

const EXPORTED = /^export (?:async )?(?:function|const|interface|type|class) (\w+)/gm;
/** Called by the entry points that the build writes. */
const ENTRY = 'src/main.ts';

const users = [...sourcesBelow('src', 'tests', 'tools', 'rehearse'), ...testsBelow('src', 'tests')];

function isUsed({ path }: Source, name: string): boolean {
  const word = new RegExp(`\\b${name}\\b`);
  return users.some(({ imports, text }) => imports.includes(path) && word.test(text));
}

test('what a module of src/ exports is used by another module or a test', () => {
  const sources = sourcesBelow('src').filter(({ path }) => path !== ENTRY);
  const exported = sources.flatMap((source) =>
    [...source.text.matchAll(EXPORTED)].map(([, name = '']) => ({ source, name })),
  );
  expect(exported.length).toBeGreaterThan(500);
  const unused = exported.filter(({ source, name }) => !isUsed(source, name));
  expect(unused.map(({ source, name }) => `${source.path}: ${name}`)).toEqual([]);
});
