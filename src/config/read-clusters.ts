import type { ConfigIssue } from '../model/source.ts';
import { CHECKS, SHARED_CHECKS, WARNINGS } from './checks/checks.ts';
import type { ConfigFolder, ConfigReading } from './config-folder.ts';
import { findClusters } from './folder/find-clusters.ts';
import { treeOf } from './folder/tree.ts';
import { readDraft } from './read-draft.ts';

/**
 * Reads a cluster's folder, or all in the folder above or the one `selected` of them by name, and finds everything that
 * is wrong with what it reads. Never throws.
 */
export function readClusters(folder: ConfigFolder, selected?: string): ConfigReading {
  const { folders, issues } = findClusters(treeOf(folder), selected);
  const drafts = folders.map(readDraft);
  const found = drafts.map((draft) => [...draft.issues, ...CHECKS.flatMap((check) => check(draft))]);
  const shared = SHARED_CHECKS.flatMap((check) => check(drafts));
  return {
    clusters: drafts.filter((_, index) => found[index]?.length === 0).map(({ cluster }) => cluster),
    issues: inOrder([...issues, ...found.flat(), ...shared]),
    warnings: inOrder(drafts.flatMap((draft) => WARNINGS.flatMap((check) => check(draft)))),
  };
}

function inOrder(issues: readonly ConfigIssue[]): readonly ConfigIssue[] {
  const once = new Map(issues.map((issue) => [JSON.stringify(issue), issue]));
  return [...once.values()].sort(({ at: a }, { at: b }) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}
