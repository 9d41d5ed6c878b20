import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutCredentials } from '../../model/credentials.ts';
import type { RunRecord } from '../../model/run-record.ts';

/** Below RUNNER_TEMP, which the runner empties after each job. */
const RECORD_FOLDER = 'ecs-gitops';

/**
 * Writes a record to a file of its own, `<action>-<mode>-<cluster>-<unique>.json`, and returns its path; undefined
 * outside of a runner. By node's own means alone: also a run that is refused at once leaves a record.
 */
export function writeRunRecord(
  record: RunRecord,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const temp = env['RUNNER_TEMP'];
  if (!temp) return undefined;
  const folder = join(temp, RECORD_FOLDER);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${fileName(record)}.json`);
  // What masks it in this job's log does not reach the job that reads the record.
  writeFileSync(file, `${withoutCredentials(JSON.stringify(record))}\n`);
  return file;
}

function fileName({ action, mode, cluster }: RunRecord): string {
  const parts = [action, mode, cluster ?? '', randomBytes(4).toString('hex')];
  return parts
    .map((part) => part.replace(/[^\w-]+/g, '_').slice(0, 60))
    .filter(Boolean)
    .join('-');
}
