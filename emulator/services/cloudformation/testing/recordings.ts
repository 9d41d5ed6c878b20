import { readFileSync } from 'node:fs';
import { describe } from '@jest/globals';

/**
 * What AWS answered, as recorded by others in JSON files of this folder: `{test: {recorded-content: {name: answer}}}`.
 * The recordings are not part of this repository.
 */
const folder = process.env['AWS_RECORDINGS'];

/** Tests that need the recordings. */
export const describeRecorded = (what: string, tests: () => void): void =>
  (folder ? describe : describe.skip)(
    `${what} as recorded on AWS (AWS_RECORDINGS names the folder of recordings)`,
    tests,
  );

/** One recorded test, by its file's stem and the end of its name. */
export function recordingOf(file: string, test: string): ReturnType<typeof JSON.parse> {
  const recordings = JSON.parse(readFileSync(`${folder}/${file}.snapshot.json`, 'utf8'));
  const key = Object.keys(recordings).find((candidate) => candidate.endsWith(`::${test}`));
  if (key === undefined) throw new Error(`${file} has no recording of ${test}`);
  return recordings[key]['recorded-content'];
}
