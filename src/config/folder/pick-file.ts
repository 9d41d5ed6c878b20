import type { ConfigIssue } from '../../model/source.ts';
import { suggestion } from '../suggestion.ts';
import { FILE_NAMES, type FileRole } from './file-names.ts';
import type { Tree } from './tree.ts';

type PickedFile =
  | { readonly kind: 'found'; readonly path: string; readonly content: Uint8Array | string }
  | { readonly kind: 'missing' | 'ambiguous'; readonly path: string; readonly issue: ConfigIssue };

/** The file of the folder that plays the role, under whichever of its names it has. */
export function pickFile(tree: Tree, role: FileRole): PickedFile {
  const names: readonly string[] = FILE_NAMES[role];
  const [first = '', second] = names.filter((name) => tree.files.has(name));
  const content = tree.files.get(first);
  const path = pathIn(tree, first || (names[0] ?? ''));
  if (content === undefined) return { kind: 'missing', path, issue: missing(tree, path, role) };
  if (second === undefined) return { kind: 'found', path, content };
  return {
    kind: 'ambiguous',
    path,
    issue: {
      at: { file: pathIn(tree, second), line: 1, column: 1 },
      message: `There is already ${first}.`,
      hint: 'Keep one of the two files.',
    },
  };
}

/**
 * YAML and JSON files directly in the folder that nothing reads; those that a missing file's issue names are left to
 * it.
 */
export function strayFiles(tree: Tree, roles: readonly FileRole[]): readonly ConfigIssue[] {
  const names: readonly string[] = roles.flatMap((role) => FILE_NAMES[role]);
  const named = roles.map((role) => (isMissing(tree, role) ? similarFile(tree, role) : undefined));
  return [...tree.files.keys()]
    .filter((name) => /\.(ya?ml|json)$/i.test(name) && !names.includes(name) && !named.includes(name))
    .map((name) => ({
      at: { file: pathIn(tree, name), line: 1, column: 1 },
      message: 'Nothing reads this file.',
      hint: "A cluster's folder contains cluster.yaml and services/<service>/ with service.yaml and task-definition.yaml; keep other files elsewhere.",
    }));
}

function pathIn(tree: Tree, name: string): string {
  return tree.path === '' || tree.path.endsWith('/') ? `${tree.path}${name}` : `${tree.path}/${name}`;
}

function missing(tree: Tree, path: string, role: FileRole): ConfigIssue {
  const name = FILE_NAMES[role][0];
  const similar = similarFile(tree, role);
  const hint = similar === undefined ? HINTS[role] : `Rename ${similar} to ${name}.`;
  return { at: { file: path, line: 1, column: 1 }, message: `There is no ${name}.`, hint };
}

function isMissing(tree: Tree, role: FileRole): boolean {
  return !FILE_NAMES[role].some((name) => tree.files.has(name));
}

/** A file that was probably meant to have the role's name. */
function similarFile(tree: Tree, role: FileRole): string | undefined {
  return suggestion(FILE_NAMES[role][0], [...tree.files.keys()]);
}

const HINTS: Readonly<Record<FileRole, string>> = {
  cluster: 'Create it with at least region and account.',
  service: 'Create it; an empty mapping, {}, takes all defaults.',
  'task-definition': "Create it with the containers of a task, in RegisterTaskDefinition's shape.",
};
