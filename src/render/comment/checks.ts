import type { PreflightCheck } from '../../model/plan.ts';
import { positionText } from '../../model/source.ts';
import { excerpt, htmlText, markdownCode, markdownText } from '../text.ts';
import type { Block } from './budget.ts';
import { checksOf, type Target, targetName } from './targets.ts';

const SIGNS = { failed: '❌', warning: '⚠️', unchecked: '❔', passed: '✅' } as const;
const ORDER: readonly PreflightCheck['state'][] = ['failed', 'warning', 'unchecked', 'passed'];

/** What was looked up beforehand, worst first; what is well gives way first, what is not stays longest. */
export function checkBlocks(targets: readonly Target[]): readonly Block[] {
  return targets.flatMap((target): readonly Block[] => {
    const all = checksOf(target).toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    if (all.length === 0) return [];
    const passed = all.filter(({ state }) => state === 'passed').length;
    const name = excerpt(targetName(target), 120);
    const count = `${passed} of ${all.length} checks passed`;
    const wrong = all.filter(({ state }) => state === 'failed' || state === 'warning');
    const folded = (checks: readonly PreflightCheck[]): string =>
      [`<details><summary>${htmlText(name)}: ${count}</summary>`, '', ...checks.map(checkLine), '', '</details>'].join(
        '\n',
      );
    const title = `**${markdownText(name)}: ${count}**`;
    const open = [title, '', ...wrong.map(checkLine)].join('\n');
    if (wrong.length === 0) return [{ priority: 10, variants: [folded(all), ''] }];
    return [
      { priority: 40, variants: [open, title] },
      { priority: 10, variants: [folded(all), ''] },
    ];
  });
}

function checkLine({ subject, state, message, at }: PreflightCheck): string {
  const where = at ? ` ${markdownCode(positionText(at))}` : '';
  return `- ${SIGNS[state]} ${markdownText(excerpt(subject, 200))}: ${markdownText(excerpt(message, 400))}${where}`;
}
