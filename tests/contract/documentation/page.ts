import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A piece of a page with the place where it stands. */
export interface Located {
  /** `docs/quickstart.md:12`. */
  readonly at: string;
  readonly text: string;
}

export interface Snippet extends Located {
  /** The word behind the opening fence; empty where there is none. */
  readonly language: string;
}

/** What a page of the documentation holds, as far as it can be held against something. */
export interface Page {
  /** From the repository's root. */
  readonly path: string;
  readonly snippets: readonly Snippet[];
  readonly inlineCode: readonly Located[];
  readonly links: readonly Located[];
  /** Anchors of its headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
}

export function readPage(path: string, text: string): Page {
  const nodes = nodesOf(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  const at = (node: Nodes): string => `${path}:${node.position?.start.line ?? 1}`;
  return {
    path,
    snippets: nodes.flatMap((node) =>
      node.type === 'code' ? [{ at: at(node), language: node.lang ?? '', text: node.value }] : [],
    ),
    inlineCode: nodes.flatMap((node) => (node.type === 'inlineCode' ? [{ at: at(node), text: node.value }] : [])),
    links: nodes.flatMap((node) => (node.type === 'link' ? [{ at: at(node), text: node.url }] : [])),
    anchors: anchorsOf(nodes.flatMap((node) => (node.type === 'heading' ? [wordsOf(node)] : []))),
  };
}

function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

function wordsOf(node: Nodes): string {
  return nodesOf(node)
    .map((each) => (each.type === 'text' || each.type === 'inlineCode' ? each.value : ''))
    .join('');
}

/** GitHub's rule: lower case, punctuation falls away, spaces become hyphens, and a second one of a name ends in -1. */
function anchorsOf(headings: readonly string[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    headings.map((heading) => {
      const name = heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-');
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return before === 0 ? name : `${name}-${before}`;
    }),
  );
}
