import type { ConfigIssue, DocumentPath, SourceMap } from '../../model/source.ts';
import { issueAt } from '../document/document.ts';

/** One file of the config folder as its schema understands it. */
export interface Reading<T> {
  readonly file: string;
  /**
   * What could be understood, defaults filled in; never used where there are issues, except to look for further ones.
   */
  readonly value: T;
  readonly values: SourceMap;
  readonly keys: SourceMap;
  readonly issues: readonly ConfigIssue[];
  /** Where `value` may not be what was meant, since something there was not understood. */
  readonly doubts: readonly DocumentPath[];
}

/**
 * Whether something at, below or above `path` was not understood, so that what contradicts it may only follow from
 * that.
 */
export function isDoubtful({ doubts }: Reading<unknown>, path: DocumentPath): boolean {
  return doubts.some((doubt) => {
    const shared = Math.min(doubt.length, path.length);
    return doubt.slice(0, shared).every((part, index) => part === path[index]);
  });
}

/** An issue at the value at `path`, unless it may only follow from something that was not understood. */
export function problemAt(
  reading: Reading<unknown>,
  path: DocumentPath,
  message: string,
  hint: string,
): readonly ConfigIssue[] {
  return isDoubtful(reading, path) ? [] : [issueAt(reading, path, message, hint)];
}
