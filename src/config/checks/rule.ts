import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import { problemAt, type Reading } from '../reading/reading.ts';

/** What is wrong with something, where below it, and what to do. */
export type Problem = readonly [path: DocumentPath, message: string, hint: string];

/** Judges one property of something; false where it holds. */
export type Rule<T> = (subject: T) => Problem | false;

export function applyRules<T>(
  rules: readonly Rule<T>[],
  subject: T,
  reading: Reading<unknown>,
  path: DocumentPath,
): readonly ConfigIssue[] {
  return rules.flatMap((rule) => {
    const problem = rule(subject);
    if (problem === false) return [];
    const [below, message, hint] = problem;
    return problemAt(reading, [...path, ...below], message, hint);
  });
}
