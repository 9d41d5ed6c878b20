import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APPLICATION = fileURLToPath(new URL('../../../rehearse/containers/application.mjs', import.meta.url));
export const REPOSITORY = 'shop/app';
/** How many versions there are of each kind. */
const VERSIONS = 99;
/** What a slow application needs to start: more than its health checks take to fail, less than the grace period. */
const SLOW_START_SECONDS = 16;

/** What becomes of an image's containers, by the first part of its tag. */
export type ImageKind = 'good' | 'sick' | 'crash' | 'slow' | 'late' | 'missing' | 'foreign' | 'private' | 'busy';

/** Of a version that is marked with its tag. */
export function imageOf(kind: ImageKind, number: number): string {
  return `${REPOSITORY}:${kind}-${number}`;
}

/** Writes the file that tells the emulator what to run for each image; returns its path. */
export async function writeImages(folder: string, timeScale: number): Promise<string> {
  const flags: Readonly<Record<Exclude<ImageKind, 'missing'>, readonly string[]>> = {
    good: [],
    sick: ['--fails-health-checks'],
    crash: ['--crashes'],
    slow: ['--starts-after-ms', String((SLOW_START_SECONDS * 1000) / timeScale)],
    late: ['--needs-database'],
    foreign: [],
    private: [],
    busy: [],
  };
  const images: Record<string, object> = {};
  for (const [kind, more] of Object.entries(flags)) {
    for (let number = 1; number <= VERSIONS; number++) {
      images[imageOf(kind as ImageKind, number)] = {
        command: ['node', APPLICATION, '--version', `${kind}-${number}`, ...more],
        ...(PULL_ERRORS[kind] && { pullError: PULL_ERRORS[kind] }),
      };
    }
  }
  const path = join(folder, 'images.json');
  await writeFile(path, JSON.stringify(images));
  return path;
}

/** In the words of Docker's daemon and of registries. */
const PULL_ERRORS: Readonly<Record<string, { readonly message: string; readonly times?: number }>> = {
  foreign: { message: "image Manifest does not contain descriptor matching platform 'linux/amd64'" },
  private: {
    message:
      'pull access denied: User: arn:aws:sts::123456789012:assumed-role/shop-instance-role/i-0 is not authorized to perform: ecr:BatchGetImage',
  },
  busy: { message: 'toomanyrequests: Rate exceeded', times: 2 },
};
