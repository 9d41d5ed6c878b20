import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Page } from './page.ts';

/**
 * Links inside the repository that lead nowhere: no such file, or no such heading in it. Others' sites are not asked.
 */
export function linkProblems(page: Page, pages: readonly Page[], root: string): readonly string[] {
  return page.links
    .filter(({ text }) => !/^[a-z]+:/.test(text))
    .flatMap(({ at, text }) => {
      const [path = '', anchor] = text.split('#');
      const file = path === '' ? page.path : normalize(join(page.path, '..', path));
      if (file !== page.path && !existsSync(join(root, file))) return [`${at} ${text} leads to no file`];
      const target = file === page.path ? page : pages.find((each) => each.path === file);
      if (anchor === undefined || target?.anchors.has(anchor)) return [];
      return [`${at} ${text} leads to no heading`];
    });
}
