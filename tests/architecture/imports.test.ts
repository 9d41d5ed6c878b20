import { describe, expect, test } from '@jest/globals';
import { foldersIn, importsOf, type Source, sourcesBelow } from './sources.ts';

/** Which folders of src/ each folder may import from, besides itself; the design's arrows. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ports: ['model'],
  config: ['model'],
  template: ['model'],
  plan: ['model', 'template'],
  health: ['model'],
  render: ['model', 'plan', 'health'],
  engine: ['model', 'template', 'plan', 'health', 'ports'],
  review: ['model', 'render', 'ports'],
  adapters: ['model', 'ports'],
  actions: ['model', 'config', 'template', 'plan', 'health', 'render', 'ports', 'engine', 'review', 'adapters'],
  'main.ts': ['actions'],
};
/** Folders of the engine that are no verbs, and which of them each may import from. */
const SHARED_BY_VERBS: Readonly<Record<string, readonly string[]>> = {
  observe: [],
  diagnose: [],
  preflight: ['observe'],
  removal: ['observe'],
  rollout: ['observe', 'diagnose'],
};
const PURE = ['model', 'config', 'template', 'plan', 'health', 'render'];
const SDK = /^(@aws-sdk|@smithy|@octokit|@actions)\//;
const IMPURE = /\basync\b|\bDate\.now\b|\bnew Date\(\)|\bprocess\.|\bMath\.random\b|\bsetTimeout\b/;
const IMPURE_MODULES = /^node:(fs|http|https|net|child_process|process|timers|os|dns|worker_threads)/;

const sources = sourcesBelow('src');
const folderOf = (path: string): string => path.split('/')[1] ?? '';
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

function offences(check: (source: Source) => readonly string[]): readonly string[] {
  return sources.flatMap((source) => check(source).map((offence) => `${source.path}: ${offence}`));
}

describe('the architecture', () => {
  test('imports go downwards only', () => {
    const upward = offences(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('src/'))
        .filter((target) => folderOf(target) !== folderOf(path))
        .filter((target) => !ALLOWED[folderOf(path)]?.includes(folderOf(target)))
        .map((target) => `imports ${target}`),
    );
    expect(upward).toEqual([]);
  });

  test('no verb of the engine imports another, and what verbs share imports no verb', () => {
    const partOf = (path: string): string | undefined => /^src\/engine\/([^/]+)\//.exec(path)?.[1];
    const verbs = foldersIn('src/engine').filter((folder) => !(folder in SHARED_BY_VERBS));
    expect(verbs).toContain('deploy-images');
    const crossing = offences(({ path, imports }) => {
      const own = partOf(path);
      if (own === undefined) return [];
      const allowed = [own, ...(SHARED_BY_VERBS[own] ?? Object.keys(SHARED_BY_VERBS))];
      return imports.filter((target) => !allowed.includes(partOf(target) ?? own)).map((target) => `imports ${target}`);
    });
    expect(crossing).toEqual([]);
  });

  test('writes are told of in one place, and so are outcomes', () => {
    const tellers = ['src/engine/write.ts', 'src/engine/tell-outcome.ts'];
    const elsewhere = offences(({ path, text }) =>
      tellers.includes(path) ? [] : (/emit\(\{\s*kind: '(wrote|outcome)'/.exec(text) ?? []),
    );
    expect(elsewhere).toEqual([]);
  });

  test('the SDK, Octokit and the toolkit of actions are imported in adapters and actions alone', () => {
    const elsewhere = offences(({ path, imports }) =>
      /^src\/(adapters|actions)\//.test(path) ? [] : imports.filter((target) => SDK.test(target)),
    );
    expect(elsewhere).toEqual([]);
  });

  test('pure folders hold no time, no randomness, no process and nothing asynchronous', () => {
    const impure = offences(({ path, text, imports }) =>
      PURE.includes(folderOf(path))
        ? [...imports.filter((target) => IMPURE_MODULES.test(target)), ...(IMPURE.exec(code(text)) ?? [])]
        : [],
    );
    expect(impure).toEqual([]);
  });

  test('the emulator and what it judges share nothing', () => {
    const shared = [
      ...sources.flatMap(({ path, imports }) =>
        imports.filter((target) => /^(emulator|rehearse)\//.test(target)).map((target) => `${path} ${target}`),
      ),
      ...sourcesBelow('emulator', 'rehearse').flatMap(({ path, imports }) =>
        imports.filter((target) => target.startsWith('src/') || SDK.test(target)).map((target) => `${path} ${target}`),
      ),
      ...sourcesBelow('rehearse').flatMap(({ path, imports }) =>
        imports.filter((target) => target.startsWith('emulator/')).map((target) => `${path} ${target}`),
      ),
    ];
    expect(shared).toEqual([]);
  });

  test('services of the emulator reach each other only through the world', () => {
    const service = (path: string): string | undefined => /^emulator\/services\/([^/]+)\//.exec(path)?.[1];
    const crossing = sourcesBelow('emulator/services')
      .filter(({ path }) => !/\/testing(\/|\.ts$)/.test(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => service(target) && service(target) !== service(path))
          .map((target) => `${path} ${target}`),
      );
    expect(crossing).toEqual([]);
  });

  test('only the clock of the emulator knows real time', () => {
    const timers = sourcesBelow('emulator')
      .filter(({ path }) => path !== 'emulator/core/clock.ts')
      .filter(({ text }) =>
        /\bDate\.now\b|\bnew Date\(\)|(?<![.\w])set(?:Timeout|Interval)\(|\bMath\.random\b/.test(code(text)),
      )
      .map(({ path }) => path);
    expect(timers).toEqual([]);
  });

  test('modules stay small: none over 300 lines, half under 80', () => {
    const lengths = sourcesBelow('src', 'emulator', 'rehearse', 'tools').map(
      ({ path, text }) => [text.split('\n').length - 1, path] as const,
    );
    expect(lengths.filter(([lines]) => lines > 300)).toEqual([]);
    const sorted = lengths.map(([lines]) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  test('finds every way to import', () => {
    const text = `import a from './a.ts';\nimport './b.ts';\nexport { c } from '../c.ts';\nconst d = await import('node:fs');`;
    expect(importsOf('src/x/y.ts', text)).toEqual(['src/x/a.ts', 'src/x/b.ts', 'src/c.ts', 'node:fs']);
  });
});
