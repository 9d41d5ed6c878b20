import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Step } from './aws-cli/story.ts';
import { STORY } from './aws-cli/story.ts';
import type { Exchange } from './aws-cli/transcript.ts';
import { transcriptIn, transcriptOf, withTranscript } from './aws-cli/transcript.ts';
import type { RunningEmulator } from './emulator-command.ts';
import { START_WITHIN_MS, startEmulator } from './emulator-command.ts';

const FOLDER = fileURLToPath(new URL('aws-cli', import.meta.url));
const PAGE = new URL('../../docs/emulator.md', import.meta.url);
const SCALE = '60';

const run = promisify(execFile);
const missing = ['aws', 'curl'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
if (missing.length > 0) console.warn(`${missing.join(' and ')} not installed: the AWS CLI's story is skipped.`);

let emulator: RunningEmulator;
const variables: Record<string, string> = {};

beforeAll(async () => {
  if (missing.length === 0) emulator = await startEmulator('--scale', SCALE, '--images', `${FOLDER}/images.json`);
}, START_WITHIN_MS);
afterAll(() => emulator?.stop(), START_WITHIN_MS);

async function shell(line: string): Promise<{ readonly failed: boolean; readonly output: string }> {
  const env = { ...emulator.env, ...variables, PYTHONPATH: `${FOLDER}/scaled-sleep`, SLEEP_SCALE: SCALE };
  try {
    const { stdout, stderr } = await run('sh', ['-c', line], { cwd: FOLDER, env, timeout: 120_000 });
    return { failed: false, output: stdout + stderr };
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    return { failed: true, output: stdout + stderr };
  }
}

async function until({ line, says }: NonNullable<Step['after']>): Promise<void> {
  for (let tries = 0; tries < 60; tries++) if ((await shell(line)).output.trim() === says) return;
  throw new Error(`'${line}' never said ${says}`);
}

async function perform({ line, keep, fails, after }: Step): Promise<Exchange> {
  if (after) await until(after);
  const { failed, output } = await shell(line);
  if (failed !== (fails ?? false)) throw new Error(`$ ${line}\n${output}`);
  if (keep === undefined) return { shown: line, output };
  variables[keep] = output.trim();
  return { shown: `${keep}=$(${line})`, output: '' };
}

(missing.length > 0 ? test.skip : test)(
  'a service lives and ends as on AWS for the AWS CLI, and docs/emulator.md shows it',
  async () => {
    const exchanges: Exchange[] = [];
    for (const step of STORY) exchanges.push(await perform(step));
    const transcript = transcriptOf(exchanges);
    const page = readFileSync(PAGE, 'utf8');
    if (process.env['UPDATE_GOLDENS']) writeFileSync(PAGE, withTranscript(page, transcript));
    else expect(transcript).toBe(transcriptIn(page));
  },
  180_000,
);
