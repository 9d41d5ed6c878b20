/** A fault that is built into the bundle, to see whether whoever judges it notices. */
export interface Fault {
  readonly name: string;
  /** What the bundle then does wrong, in one sentence. */
  readonly breaks: string;
  readonly changes: readonly Change[];
}

/**
 * A change to one file of src/: one exact text that is there once, or the whole module, which may be a new one: its
 * relative imports have to mean the same in both places. Paths start at the repository.
 */
export type Change =
  | { readonly file: string; readonly replace: string; readonly by: string }
  | { readonly file: string; readonly with: string };

/**
 * The file's text with the change made. Throws where the text is not there exactly once: then the fault no longer fits.
 */
export function plant(name: string, { file, replace, by }: Extract<Change, { replace: string }>, text: string): string {
  const parts = text.split(replace);
  if (parts.length === 2) return parts.join(by);
  const times = parts.length === 1 ? 'is not there' : `is there ${parts.length - 1} times`;
  throw new Error(
    `The planted fault ${name} no longer fits: ${JSON.stringify(replace)} ${times} in ${file}. Adapt it to the source.`,
  );
}
