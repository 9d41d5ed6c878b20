import { markdownNodes } from '../comments/markdown.ts';
import { LONGEST_GOLDEN } from './golden.ts';

/** What is wrong with the form of a comment: too long, or something that it opens and does not close. */
export function formProblems(body: string): readonly string[] {
  const nodes = markdownNodes(body);
  const html = nodes.flatMap(({ type, value = '' }) =>
    type === 'html' ? [value.replace(/<!--[\s\S]*?-->/g, '')] : [],
  );
  const count = (tag: string): number => html.join('\n').split(tag).length - 1;
  const swallowed = nodes.some(({ type, value = '' }) => type === 'code' && /^<\/details>$/m.test(value));
  return [
    ...(body.length > LONGEST_GOLDEN ? [`it has ${body.length} characters`] : []),
    ...(count('<details') === count('</details>') ? [] : ['it does not close all details']),
    ...(swallowed ? ['it does not close all fences'] : []),
    ...(/^<!-- ecs-gitops:reviewed (?!.* -->$)/m.test(body) ? ['it cuts what was reviewed'] : []),
  ];
}
