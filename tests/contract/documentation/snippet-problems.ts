import type { Page, Snippet } from './page.ts';
import { kindOf } from './snippet-kind.ts';

/** Snippets of which nothing could be checked; what a program prints is marked `text`. */
export function snippetProblems({ snippets }: Page): readonly string[] {
  return snippets.flatMap((snippet) => {
    const kind = kindOf(snippet)?.kind;
    if (kind === undefined) return [`${snippet.at} ${complaint(snippet)}`];
    return kind === 'json' && !isJson(snippet.text) ? [`${snippet.at} is not JSON`] : [];
  });
}

function complaint({ language }: Snippet): string {
  if (language === '') return 'is marked by no language';
  return language === 'yaml' ? 'is no known kind of YAML' : `${language} is not checked by anything`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
