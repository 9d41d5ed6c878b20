import type { Change, PropertyChange } from '../../model/plan.ts';
import { excerpt, markdownCode, markdownText } from '../text.ts';
import { typeText, valueCell } from './values.ts';

const GLYPHS = { add: '➕', modify: '✏️', replace: '🔁', remove: '🗑️' } as const;
const EFFECTS = { add: 'created', modify: 'in place', replace: '**replaced**', remove: '**deleted**' } as const;
const CERTAINTY = { certain: '', conditional: ' (perhaps)', 'known-after-apply': ' (known after apply)' } as const;

export interface TableLimits {
  /** Characters of a value. */
  readonly longestValue: number;
  /** Rows for each resource. */
  readonly mostRows: number;
}

/** A row for each property that changes; what is live now has a column only where somebody changed it. */
export function propertyTable(changes: readonly Change[], limits: TableLimits): readonly string[] {
  if (changes.length === 0) return [];
  const hasDrift = changes.some(({ properties }) => properties.some(({ live }) => live !== undefined));
  const columns = ['', 'Resource', 'Property', ...(hasDrift ? ['Live now'] : []), 'Last deployed', 'After', 'Effect'];
  return [
    `| ${columns.join(' | ')} |`,
    `|${'---|'.repeat(columns.length)}`,
    ...changes.flatMap((change) => changeRows(change, hasDrift, limits)),
  ];
}

function changeRows(change: Change, hasDrift: boolean, { longestValue, mostRows }: TableLimits): readonly string[] {
  const { action, resource, type, properties } = change;
  const name = `${markdownCode(excerpt(resource, 120))} ${markdownText(typeText(type))}`;
  const line = (cells: readonly string[]): string => `| ${[GLYPHS[action], name, ...cells].join(' | ')} |`;
  const blank = hasDrift ? ['', '', '', ''] : ['', '', ''];
  const rows = properties
    .slice(0, mostRows)
    .map((property) =>
      line([
        markdownCode(excerpt(property.path, 160)),
        ...(hasDrift ? [liveCell(property, longestValue)] : []),
        valueCell(property.before, longestValue),
        valueCell(property.after, longestValue),
        effectText(change, property),
      ]),
    );
  if (rows.length === 0) return [line([...blank, effectText(change, undefined)])];
  const left = properties.length - rows.length;
  return left > 0 ? [...rows, line([`and ${left} more`, ...blank.slice(1), ''])] : rows;
}

function liveCell({ live, before }: PropertyChange, longest: number): string {
  return live ? `⚠️ ${valueCell(live, longest)}` : valueCell(before, longest);
}

function effectText({ action, certainty }: Change, property: PropertyChange | undefined): string {
  const reverts = property?.live ? ', **reverts a change by hand**' : '';
  return `${EFFECTS[action]}${CERTAINTY[certainty]}${reverts}`;
}
