import { readFileSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { ContainerError } from './driver.ts';

/** What stands for an image: the command that its ENTRYPOINT and CMD would run. */
export interface ImageCommand {
  readonly entryPoint?: readonly string[];
  readonly command: readonly string[];
  /**
   * The command is a stand-in for the whole image: entry points, commands and health check commands of task definitions
   * are meant for the real image, and are not run on this machine. Its health check passes while it runs.
   */
  readonly standIn?: boolean;
  readonly cwd?: string;
  /** Ports as the image's EXPOSE names them, for containers that are reached by a link alone. */
  readonly expose?: readonly number[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What Docker's daemon answers instead of pulling it: the first `times` times, or always. */
  readonly pullError?: { readonly message: string; readonly times?: number };
}

/** By image name, or by a glob in which `*` stops at a slash and `**` does not. */
export type Images = Readonly<Record<string, ImageCommand>>;

/** Reads the small JSON file; a relative `cwd` starts at the file's own folder, which is also the default. */
export function readImages(path: string): Images {
  const images: Record<string, ImageCommand> = JSON.parse(readFileSync(path, 'utf8'));
  const folder = dirname(resolve(path));
  return Object.fromEntries(
    Object.entries(images).map(([name, image]) => [name, { ...image, cwd: resolve(folder, image.cwd ?? '.') }]),
  );
}

/** The exact name first, then the first glob that matches. */
export function findImage<Value>(images: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return images[name] ?? Object.entries(images).find(([pattern]) => posix.matchesGlob(name, pattern))?.[1];
}

/** Names of images that can always be pulled: not globs, and not those whose pull is refused for good. */
export function pullableNames(images: Images): readonly string[] {
  return Object.entries(images)
    .filter(([name, { pullError }]) => !/[*?[{]/.test(name) && (!pullError || pullError.times !== undefined))
    .map(([name]) => name);
}

/** As Docker's daemon answers for a repository that it cannot see. */
export function unknownImage(name: string): ContainerError {
  const repository = name.replace(/@sha256:.*$/, '').replace(/:[^:/]*$/, '');
  return new ContainerError(
    `Error response from daemon: pull access denied for ${repository}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
  );
}

/** Refuses pulls as images say that Docker's daemon does. */
export function countPulls(): { pull(name: string, image: ImageCommand): void } {
  const refused = new Map<string, number>();
  return {
    pull: (name, { pullError }) => {
      const before = refused.get(name) ?? 0;
      if (!pullError || before >= (pullError.times ?? Number.POSITIVE_INFINITY)) return;
      refused.set(name, before + 1);
      throw new ContainerError(`Error response from daemon: ${pullError.message}`);
    },
  };
}

/** Docker's rule: a given entry point discards the image's command, a given command replaces only that. */
export function commandLine(
  image: ImageCommand,
  given: { readonly entryPoint?: readonly string[] | undefined; readonly command?: readonly string[] | undefined },
): readonly string[] {
  if (image.standIn) return [...(image.entryPoint ?? []), ...image.command];
  const entryPoint = given.entryPoint ?? image.entryPoint ?? [];
  return [...entryPoint, ...(given.command ?? (given.entryPoint ? [] : image.command))];
}
