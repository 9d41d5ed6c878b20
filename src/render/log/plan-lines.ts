import type { Change, Danger, PropertyChange, ShownValue, Unit } from '../../model/plan.ts';
import { positionText } from '../../model/source.ts';
import { checkLines } from '../check-text.ts';
import { countChanges } from '../count-changes.ts';
import { forecastSentences } from '../forecast-text.ts';
import { logText } from '../text.ts';

const SIGNS = { add: '+', modify: '~', replace: '±', remove: '-' } as const;

/** The plan as lines of the job's log: every unit with every change, dangers first. */
export function planLines(units: readonly Unit[]): readonly string[] {
  return units.flatMap((unit) => {
    const head = `${unit.id}: ${unit.changes.length === 0 ? 'no changes' : countText(unit)}`;
    return [
      head,
      ...unit.dangers.map(dangerLine),
      ...unit.changes.flatMap(changeLines),
      ...(unit.forecast ? forecastSentences(unit.forecast).map((sentence) => `  rollout: ${sentence}`) : []),
      ...checkLines(unit.checks ?? []).map((line) => `  check: ${line}`),
      ...unit.notes.map((note) => `  note: ${note}`),
    ].map(logText);
  });
}

/** `2 to add, 1 to change` and so on; what does not occur is left out. */
export function countText({ changes }: Unit): string {
  const of = (action: Change['action']): number => countChanges(changes, action);
  const parts = [
    [of('add'), 'to add'],
    [of('modify'), 'to change'],
    [of('replace'), 'to replace'],
    [of('remove'), 'to remove'],
    [changes.filter(({ isLater }) => isLater).length, 'to remove later'],
  ] as const;
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, what]) => `${count} ${what}`)
      .join(', ') || 'no changes'
  );
}

function changeLines(change: Change): readonly string[] {
  const certainty = change.certainty === 'certain' ? '' : ` (${change.certainty})`;
  const fate = fateOf(change);
  const at = change.at ? `  ${positionText(change.at)}` : '';
  return [
    `  ${SIGNS[change.action]} ${change.resource} ${change.type}${certainty}${fate}${at}`,
    ...change.properties.map((property) => `      ${propertyText(property)}`),
  ];
}

function fateOf({ isMadeAgain, isKept, isLater }: Change): string {
  if (isMadeAgain) return ' (was deleted by hand)';
  return `${isKept ? ' (kept in AWS)' : ''}${isLater ? ' (later)' : ''}`;
}

function propertyText({ path, before, live, after }: PropertyChange): string {
  if (!live) return `${path}: ${shownText(before)} → ${shownText(after)}`;
  return `${path}: ${shownText(live)} (by hand; deployed: ${shownText(before)}) → ${shownText(after)}`;
}

function dangerLine({ resource, property, loss, forbidden, allowed }: Danger): string {
  const what = `${resource}${property ? `.${property}` : ''}: ${loss}`;
  if (forbidden) return `  ⛔ ${what} ${forbidden}`;
  return allowed ? `  ⚠ ${what} (allowed in cluster.yaml)` : `  ⛔ ${what}`;
}

export function shownText(value: ShownValue): string {
  switch (value.kind) {
    case 'value':
      return value.text;
    case 'absent':
      return '(absent)';
    case 'secret':
      return '(differs, not shown)';
    case 'known-after-apply':
      return '(known after apply)';
    case 'withheld':
      return '(not shown by CloudFormation)';
  }
}
