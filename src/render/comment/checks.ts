import type { PreflightCheck } from '../../model/plan.ts';
import { positionText } from '../../model/source.ts';
import { counted } from '../../model/text.ts';
import { excerpt, htmlText, markdownCode, markdownText } from '../text.ts';
import type { Block } from './budget.ts';
import { checksOf, type Target, targetName } from './targets.ts';

const SIGNS = { failed: '❌', warning: '⚠️', unchecked: '❔', passed: '✅' } as const;
const ORDER: readonly PreflightCheck['state'][] = ['failed', 'warning', 'unchecked', 'passed'];

/** How many are listed: where there are more, they mostly have one cause. */
const MOST_WRONG = 10;

const PRIORITY = { wrong: 40, passed: 10 } as const;

/** Whether a block of checks tells of what failed or warned. */
export function isUrgent({ priority }: Block): boolean {
  return priority === PRIORITY.wrong;
}

/** What was looked up beforehand: what needs a reader's eye is unfolded and stays longest, the rest gives way first. */
export function checkBlocks(targets: readonly Target[]): readonly Block[] {
  return targets.flatMap((target): readonly Block[] => {
    const all = checksOf(target).toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    const wrong = all.filter(isWrong);
    const rest = all.filter((check) => !isWrong(check));
    const name = excerpt(targetName(target), 120);
    const title = `**${markdownText(name)}: ${wrong.length} of ${counted(all.length, 'check')} failed or warned**`;
    const passed = rest.filter(({ state }) => state === 'passed').length;
    const fold = `<details><summary>${htmlText(name)}: ${passed} of ${counted(all.length, 'check')} passed</summary>`;
    return [
      ...(wrong.length > 0
        ? [{ priority: PRIORITY.wrong, variants: [[title, '', ...wrongLines(wrong)].join('\n'), title] }]
        : []),
      ...(rest.length > 0
        ? [
            {
              priority: PRIORITY.passed,
              variants: [[fold, '', ...rest.map(checkLine), '', '</details>'].join('\n'), ''],
            },
          ]
        : []),
    ];
  });
}

function wrongLines(wrong: readonly PreflightCheck[]): readonly string[] {
  const left = wrong.length - MOST_WRONG;
  return [...wrong.slice(0, MOST_WRONG).map(checkLine), ...(left > 0 ? [`- and ${left} more`] : [])];
}

function isWrong({ state }: PreflightCheck): boolean {
  return state === 'failed' || state === 'warning';
}

function checkLine({ subject, state, message, at }: PreflightCheck): string {
  const where = at ? ` ${markdownCode(positionText(at))}` : '';
  return `- ${SIGNS[state]} ${markdownText(excerpt(subject, 200))}: ${markdownText(excerpt(message, 400))}${where}`;
}
