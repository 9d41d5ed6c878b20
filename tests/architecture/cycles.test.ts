import { describe, expect, test } from '@jest/globals';
import { importsOf, sourcesBelow } from './sources.ts';

/** Modules by their paths, with the paths of what each imports. */
type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * What is left when modules that import none of the others, or that none imports, are taken away until there are none.
 */
function entangled(graph: Graph): readonly string[] {
  const imported = new Set([...graph.values()].flat());
  const rest = new Map(
    [...graph]
      .filter(([path, imports]) => imported.has(path) && imports.some((target) => graph.has(target)))
      .map(([path, imports]) => [path, imports.filter((target) => graph.has(target))] as const),
  );
  return rest.size === graph.size ? [...graph.keys()] : entangled(rest);
}

/** What a module loads when it is loaded; `import()` comes later. */
function loadedWith(path: string, text: string): readonly string[] {
  return importsOf(path, text.replaceAll(/\bimport\(/g, ''));
}

describe('the modules of src/', () => {
  test('import each other in no circle, types included', () => {
    const graph = new Map(sourcesBelow('src').map(({ path, text }) => [path, loadedWith(path, text)]));
    expect(graph.size).toBeGreaterThan(300);
    expect(entangled(graph)).toEqual([]);
  });

  test.each<[string, Record<string, string[]>, string[]]>([
    ['a line', { a: ['b'], b: ['c'], c: [] }, []],
    ['a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: ['node:fs'] }, []],
    ['two that import each other, and their users', { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] }, ['b', 'c']],
    ['a circle of three', { a: ['b'], b: ['c'], c: ['a'] }, ['a', 'b', 'c']],
  ])('%s', (_shape, graph, expected) => {
    expect(entangled(new Map(Object.entries(graph)))).toEqual(expected);
  });

  test('may be loaded later by what they import', () => {
    const text = `import type { Run } from './run.ts';\nconst later = () => import('./later.ts');`;
    expect(loadedWith('src/a.ts', text)).toEqual(['src/run.ts']);
  });
});
