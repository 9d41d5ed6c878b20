import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { scaledClock } from '../core/clock.ts';
import type { FunctionRunner } from './functions.ts';
import { type Functions, processFunctions, readFunctions } from './process-functions.ts';

const arn = (name: string): string => `arn:aws:lambda:ap-northeast-1:123456789012:function:${name}`;
const script = (code: string) => ({ command: ['node', '-e', code] });
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function runner(functions: Functions, scale = 1): FunctionRunner {
  const clock = scaledClock(scale);
  const made = processFunctions({ functions, clock });
  stops.push(made.stop, clock.stop);
  return made;
}

test('a function gets the event on stdin and answers on stdout', async () => {
  const echo = script(
    "process.stdin.on('data', (event) => process.stdout.write(JSON.stringify({ got: JSON.parse(event), as: process.env.NAME })))",
  );
  const { invoke } = runner({ echo: { ...echo, environment: { NAME: 'me' } } });
  expect(await invoke(arn('echo'), { lifecycleStage: 'PRE_SCALE_UP' })).toEqual({
    kind: 'answered',
    payload: { got: { lifecycleStage: 'PRE_SCALE_UP' }, as: 'me' },
  });
});

test('a version or an alias is the same function, and a whole ARN is a name too', async () => {
  const { invoke } = runner({ one: script('console.log(1)'), [arn('two')]: script('console.log(2)') });
  expect(await invoke(`${arn('one')}:live`, {})).toEqual({ kind: 'answered', payload: 1 });
  expect(await invoke(arn('two'), {})).toEqual({ kind: 'answered', payload: 2 });
});

test('a function that is not there is refused in the words of Lambda', async () => {
  expect(await runner({}).invoke(arn('none'), {})).toEqual({
    kind: 'refused',
    message: `Function not found: ${arn('none')}`,
  });
});

test.each([
  ['fails', script("console.error('no database'); process.exit(3)"), /exit status 3\. no database/],
  ['answers no JSON', script("console.log('fine')"), /not JSON: fine/],
  ['cannot be started', { command: ['/no/such/program'] }, /ENOENT/],
])('a function that %s has answered with an error', async (_, command, errorMessage) => {
  const { invoke } = runner({ f: command });
  expect(await invoke(arn('f'), {})).toMatchObject({
    kind: 'answered',
    payload: { errorMessage: expect.stringMatching(errorMessage) },
  });
});

test('a function that takes too long is killed', async () => {
  const { invoke } = runner({ slow: { ...script('setInterval(() => {}, 1000)'), timeoutSeconds: 60 } }, 600);
  expect(await invoke(arn('slow'), {})).toMatchObject({
    payload: { errorMessage: 'Task timed out after 60.00 seconds' },
  });
});

test('folders in the file start at the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'));
  const path = join(folder, 'functions.json');
  writeFileSync(path, JSON.stringify({ a: { command: ['x'] }, b: { command: ['x'], cwd: 'b' } }));
  expect(readFunctions(path)).toMatchObject({ a: { cwd: folder }, b: { cwd: join(folder, 'b') } });
});
