import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ACTIONS } from '../../src/actions/contract.ts';
import { actionFile, withTables } from '../../tools/generate-actions.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

describe.each(Object.entries(ACTIONS))('action %s', (name, contract) => {
  test('has the action.yml that its contract makes', () => {
    expect(read(`actions/${name}/action.yml`)).toBe(actionFile(name, contract));
  });

  test('has a README with the tables that its contract makes', () => {
    const readme = read(`actions/${name}/README.md`);
    expect(withTables(readme, contract)).toBe(readme);
  });

  test('runs a file that exists, two lines long, on node 24', () => {
    const { runs } = parse(read(`actions/${name}/action.yml`));
    expect(runs.using).toBe('node24');
    const entry = new URL(runs.main, new URL(`actions/${name}/`, ROOT));
    expect(existsSync(fileURLToPath(entry))).toBe(true);
    expect(readFileSync(entry, 'utf8')).toBe(`import { main } from './index.js';\n\nawait main('${name}');\n`);
  });
});
