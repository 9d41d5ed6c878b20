/** The folder of config whose traces on GitHub have bare names. */
export const DEFAULT_FOLDER = 'config';

/** A folder of config without what does not tell it from others: `./staging/` is `staging`. */
export function plainFolder(given: string): string {
  return given.replace(/^(\.\/+)+/, '').replace(/\/+$/, '') || DEFAULT_FOLDER;
}

/**
 * The name of something on GitHub that each folder of config has for itself, e.g. `ecs-gitops/plan (staging)`: a
 * repository may call the workflows once for each folder.
 */
export function nameInFolder(name: string, folder: string): string {
  return folder === DEFAULT_FOLDER ? name : `${name} (${folder})`;
}
