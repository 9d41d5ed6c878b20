import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../../model/run-record.ts';
import { RUN_RECORD } from './run-record-schema.ts';

const LARGEST_BYTES = 64 * 1024 * 1024;

interface ReadRecords {
  readonly records: readonly RunRecord[];
  /** Files that are no records of ours, and why. */
  readonly unreadable: readonly string[];
}

/**
 * The records that other jobs left: `files` are folders (everything below), files or patterns. None found is none read.
 */
export function readRunRecords(files: readonly string[]): ReadRecords {
  const paths = [...new Set(files.flatMap(filesOf))].sort();
  const read = paths.map(readOne);
  return {
    records: read.flatMap((each) => (typeof each === 'string' ? [] : [each])),
    unreadable: read.filter((each) => typeof each === 'string'),
  };
}

function filesOf(pattern: string): readonly string[] {
  const isFolder = statSync(pattern, { throwIfNoEntry: false })?.isDirectory();
  return globSync(isFolder ? join(pattern, '**/*.json') : pattern).filter((path) => statSync(path).isFile());
}

function readOne(path: string): RunRecord | string {
  if (statSync(path).size > LARGEST_BYTES) return `${path} is larger than 64 MiB.`;
  try {
    const parsed = RUN_RECORD.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `${path} is not a record of a run: ${issue?.path.join('.')}: ${issue?.message}`;
  } catch {
    return `${path} is not JSON.`;
  }
}
