import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RecordedAction } from '../../emulator/http/action-record.ts';

/** Emulators that tests start append to the file that it names. */
export const VARIABLE = 'EMULATOR_RECORD_ACTIONS';

/** Begins a recording for this process and all that it starts. */
export function beginRecording(): void {
  process.env[VARIABLE] = join(mkdtempSync(join(tmpdir(), 'ecs-gitops-actions-')), 'actions.jsonl');
}

/** What was recorded; the file is removed. */
export function endRecording(): readonly RecordedAction[] {
  const file = process.env[VARIABLE];
  if (file === undefined) return [];
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  rmSync(dirname(file), { recursive: true, force: true });
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): RecordedAction => JSON.parse(line));
}
