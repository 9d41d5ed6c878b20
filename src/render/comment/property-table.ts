import type { Change, PropertyChange, Unit } from '../../model/plan.ts';
import { excerpt, markdownCode, markdownText } from '../text.ts';
import { shortened, typeText, valueCell } from './values.ts';

const GLYPHS = { add: '➕', modify: '✏️', replace: '🔁', remove: '🗑️' } as const;
const KEPT = '📤';
const EFFECTS = { add: 'created', modify: 'in place', replace: '**replaced**', remove: '**deleted**' } as const;
const CERTAINTY = { certain: '', conditional: ' (perhaps)', 'known-after-apply': ' (known after apply)' } as const;

export interface TableLimits {
  /** Characters of a value. */
  readonly longestValue: number;
  /** Rows for each resource. */
  readonly mostRows: number;
}

/**
 * A row for each property that changes, or only for each resource, where all come and go as a whole. What is live in a
 * stack now has a column only where somebody changed it; of a service that is all there is to compare with.
 */
export function propertyTable(
  { kind, changes }: Pick<Unit, 'kind' | 'changes'>,
  limits: TableLimits,
): readonly string[] {
  if (changes.length === 0) return [];
  const before = columnsBefore(kind, changes);
  const columns = ['', 'Resource', ...(before.length > 0 ? ['Property', ...before, 'After'] : []), 'Effect'];
  return [
    `| ${columns.join(' | ')} |`,
    `|${'---|'.repeat(columns.length)}`,
    ...changes.flatMap((change) => changeRows(change, before.length, limits)),
  ];
}

function columnsBefore(kind: Unit['kind'], changes: readonly Change[]): readonly string[] {
  const properties = changes.flatMap((change) => change.properties);
  if (properties.length === 0) return [];
  if (kind === 'service') return ['Live now'];
  return properties.some(({ live }) => live !== undefined) ? ['Live now', 'Last deployed'] : ['Last deployed'];
}

function changeRows(change: Change, columnsBefore: number, { longestValue, mostRows }: TableLimits): readonly string[] {
  const { action, resource, type, properties, isKept } = change;
  const glyph = action === 'remove' && isKept ? KEPT : GLYPHS[action];
  const name = `${markdownCode(excerpt(resource, 120))} ${markdownText(typeText(type))}`;
  const line = (cells: readonly string[]): string => `| ${[glyph, name, ...cells].join(' | ')} |`;
  const blank = Array.from({ length: columnsBefore > 0 ? columnsBefore + 2 : 0 }, () => '');
  const rows = properties
    .slice(0, mostRows)
    .map((property) =>
      line([
        markdownCode(excerpt(property.path, 160)),
        ...valueCells(property, columnsBefore > 1, longestValue),
        effectText(change, property),
      ]),
    );
  if (rows.length === 0) return [line([...blank, effectText(change, undefined)])];
  const left = properties.length - rows.length;
  return left > 0 ? [...rows, line([`and ${left} more`, ...blank.slice(1), ''])] : rows;
}

function valueCells({ live, before, after }: PropertyChange, hasDrift: boolean, longest: number): readonly string[] {
  const [now, ...others] = shortened([live ?? before, before, after], longest).map(valueCell);
  return hasDrift ? [`${live ? '⚠️ ' : ''}${now}`, ...others] : others;
}

function effectText(change: Change, property: PropertyChange | undefined): string {
  const reverts = property?.live ? ', **reverts a change by hand**' : '';
  return `${actionText(change)}${CERTAINTY[change.certainty]}${reverts}`;
}

function actionText({ isLater, ...change }: Change): string {
  return isLater ? `${doneText(change)} later, **not by this merge**` : doneText(change);
}

function doneText({ action, isKept, isMadeAgain }: Change): string {
  if (isMadeAgain) return '**created again** (was deleted by hand)';
  if (!isKept) return EFFECTS[action];
  return action === 'remove' ? 'leaves the stack, **kept**' : `${EFFECTS[action]}, the old one is kept`;
}
