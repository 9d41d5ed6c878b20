import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConfigCopy, RehearsedContainer } from './config-copy.ts';

/**
 * The versions of the application that the rehearsal deploys; each is an image with its own tag, as a pipeline would
 * push it.
 */
export const VERSIONS = {
  v1: [],
  v2: [],
  v3: ['--fails-health-checks'],
  v4: ['--crashes'],
  v5: [],
} as const satisfies Record<string, readonly string[]>;

export type Version = keyof typeof VERSIONS;

/** The image of a version: the config's own repository with the version as its tag. */
export function imageOf(container: RehearsedContainer, version: Version): string {
  const repository = container.image.replace(/@sha256:.*$/, '').replace(/:[^:/]+$/, '');
  return `${repository}:${version}`;
}

/** Writes the file that tells the emulator's process driver what to run for each image; returns its path. */
export async function writeImages(config: ConfigCopy): Promise<string> {
  const images: Record<string, { readonly command: readonly string[]; readonly standIn: true }> = {};
  for (const container of config.containers) {
    if (container.name === config.application) {
      for (const [version, flags] of Object.entries(VERSIONS)) {
        images[imageOf(container, version as Version)] = {
          standIn: true,
          command: ['node', script('application'), '--version', version, '--header', config.versionHeader, ...flags],
        };
      }
    } else {
      const [upstream] = container.links;
      images[container.image] = {
        standIn: true,
        command: upstream ? ['node', script('reverse-proxy'), '--upstream', upstream] : ['node', script('sidecar')],
      };
    }
  }
  const path = join(config.workspace, 'images.json');
  await writeFile(path, JSON.stringify(images, undefined, 2));
  return path;
}

function script(name: string): string {
  return fileURLToPath(new URL(`./containers/${name}.mjs`, import.meta.url));
}
