import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PHYSICS_RULES, SABOTAGES } from '../../emulator/core/sabotage.ts';
import { sourcesBelow } from '../architecture/sources.ts';
import { installedTool, TOOLS } from '../python/tools.ts';
import type { Botocore } from './botocore.ts';
import { startBotocore } from './botocore.ts';
import { report } from './report.ts';
import { failOpen } from './rules/fail-open.ts';
import { listenerFirst } from './rules/listener-first.ts';
import { logGroupNameTaken } from './rules/log-group-name-taken.ts';
import { providerInUse } from './rules/provider-in-use.ts';
import { RULES } from './rules.ts';
import { runRules } from './run.ts';

const SPEC = fileURLToPath(new URL('../../emulator/SPEC.md', import.meta.url));
const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));

const physics = (args: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env });

describe('the rules', () => {
  test('are those that the emulator can break', () => {
    expect(RULES.map(({ name }) => name).toSorted()).toEqual([...PHYSICS_RULES]);
  });

  test.each(SABOTAGES)('%s is honoured in exactly one place', (name) => {
    const places = sourcesBelow('emulator/services').filter(({ text }) => text.includes(`sabotage.has('${name}')`));
    expect(places.map(({ path }) => path)).toHaveLength(1);
    expect(places[0]?.text.split(`sabotage.has('${name}')`)).toHaveLength(2);
  });

  test('are each among the promises', () => {
    const promises = readFileSync(SPEC, 'utf8');
    expect(RULES.filter(({ name }) => !promises.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the physics command', () => {
  test('lists the rules', () => {
    const { stdout } = physics(['--list']);
    expect(stdout.match(/^\S+/gm)).toEqual(RULES.map(({ name }) => name));
  });

  test('says how to install botocore where it is missing', () => {
    const { status, stderr } = physics(['--only', 'listener-first'], { PATH: '/nowhere', TMPDIR: '/nowhere' });
    expect(status).toBe(3);
    expect(stderr).toContain('python3 -m venv .venv && .venv/bin/pip install botocore');
  });

  test('refuses a rule that there is none of', () => {
    expect(physics(['--break', 'gravity'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('wrong-cluster'),
    });
  });
});

describe('the report', () => {
  test('says which rule is broken, and cuts no ARN off', () => {
    const said = `arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/targets/${'a'.repeat(16)}`;
    const table = report([{ rule: failOpen, holds: false, happened: 'It was answered with 503.', said }]);
    expect(table).toMatch(/fail-open\s+│ BROKEN/);
    expect(table).not.toContain('…');
  });
});

const python = await installedTool(TOOLS.botocore);
if (!python) console.warn('python3 has no botocore: rules are not run.');

(python ? describe : describe.skip)('asked by botocore', () => {
  let botocore: Botocore;
  beforeAll(() => {
    if (python) botocore = startBotocore(python);
  });
  afterAll(() => botocore.close());

  test('rules hold', async () => {
    const results = await runRules([listenerFirst, providerInUse, logGroupNameTaken], { botocore, atOnce: 2 });
    expect(results.map(({ rule, holds, said }) => [rule.name, holds, said])).toEqual([
      ['listener-first', true, expect.stringContaining('does not have an associated load balancer.')],
      ['provider-in-use', true, expect.stringContaining('ClientException: The capacity provider cannot be deleted')],
      ['log-group-name-taken', true, expect.stringContaining('The specified log group already exists')],
    ]);
  }, 60_000);

  test('a rule that the emulator breaks is noticed', async () => {
    const [result] = await runRules([listenerFirst], { botocore, broken: 'listener-first', atOnce: 1 });
    expect(result).toMatchObject({ holds: false, said: '' });
    expect(result?.happened).toContain('Without the listener it was created');
  }, 60_000);
});
