import type { Danger } from '../../model/plan.ts';
import { counted } from '../../model/text.ts';
import { consentText } from '../../plan/danger.ts';
import { excerpt, fencedBlock, markdownCode, markdownText } from '../text.ts';
import type { Block } from './budget.ts';
import { type Target, targetName } from './targets.ts';
import { unitName } from './values.ts';

/** Dangers outlive everything else in a comment; those nobody consented to outlive the others. */
const PRIORITY = { open: 90, allowed: 80 } as const;

interface FoundDanger {
  readonly danger: Danger;
  /** Id of its unit. */
  readonly unit: string;
  readonly target: Target;
}

/** Alerts for what could lose traffic or data: forbidden, in want of consent, and consented to. */
export function dangerBlocks(targets: readonly Target[]): readonly Block[] {
  const all = targets.flatMap((target) =>
    target.units.flatMap(({ plan }) =>
      (plan?.dangers ?? []).map((danger): FoundDanger => ({ danger, unit: plan?.id ?? '', target })),
    ),
  );
  const forbidden = all.filter(({ danger }) => danger.forbidden !== undefined);
  const open = all.filter(({ danger }) => danger.forbidden === undefined && !danger.allowed);
  const allowed = all.filter(({ danger }) => danger.forbidden === undefined && danger.allowed);
  return [
    ...alert('CAUTION', 'This cannot be done, and no consent lifts it', forbidden, forbiddenLines, PRIORITY.open),
    ...alert('CAUTION', 'This loses something, and is not applied without consent', open, openLines, PRIORITY.open),
    ...alert('WARNING', 'This loses something, and config consents to it', allowed, dangerLines, PRIORITY.allowed),
  ];
}

type Lines = (found: readonly FoundDanger[]) => readonly string[];

function alert(
  kind: 'CAUTION' | 'WARNING',
  title: string,
  found: readonly FoundDanger[],
  lines: Lines,
  priority: number,
): readonly Block[] {
  if (found.length === 0) return [];
  const quoted = (body: readonly string[]): string =>
    [`[!${kind}]`, `**${title}:** ${counted(found.length, 'danger')}.`, '', ...body]
      .map((line) => `> ${line}`)
      .join('\n');
  return [
    {
      priority,
      variants: [
        quoted(lines(found)),
        quoted(found.map((each) => `- ${dangerText(each, 60)}`)),
        quoted(grouped(found, placeOf, 80)),
        quoted(grouped(found, ({ target }) => targetName(target), 40)),
      ],
    },
  ];
}

function forbiddenLines(found: readonly FoundDanger[]): readonly string[] {
  return found.map((each) => `- ${dangerText(each, 400)} ${markdownText(excerpt(each.danger.forbidden ?? '', 600))}`);
}

/** Adds the entries of `allow` that would consent to exactly these dangers, by the file that they belong in. */
function openLines(found: readonly FoundDanger[]): readonly string[] {
  const files = [...Map.groupBy(found, ({ target }) => target.clusterFile)];
  const consents = files.flatMap(([file, each]) => [
    '',
    `To consent, add under \`allow\` in ${markdownCode(file)}:`,
    ...fencedBlock('yaml', [...new Set(each.map(({ danger }) => consentText(danger)))]),
  ]);
  return [...dangerLines(found), ...consents];
}

function dangerLines(found: readonly FoundDanger[]): readonly string[] {
  return found.map((each) => `- ${dangerText(each, 400)}`);
}

function dangerText(found: FoundDanger, longest: number): string {
  const { resource, property, to, loss } = found.danger;
  const name = markdownCode(excerpt(property ? `${resource}.${property}` : resource, longest));
  const value = to === undefined ? '' : ` → ${markdownCode(excerpt(to, longest))}`;
  return `**${markdownText(excerpt(placeOf(found), longest))}** ${name}${value}: ${markdownText(excerpt(loss, longest))}`;
}

/** `shop · eu-west-1 · stack shop-web`; without a unit that the resource has the name of. */
function placeOf({ danger: { resource }, unit, target }: FoundDanger): string {
  const name = unitName(unit);
  const isNamed = resource === name || resource.endsWith(`/${name}`);
  return isNamed ? targetName(target) : `${targetName(target)} · ${unit.split('/')[0]} ${name}`;
}

/** Lists only what would be lost where, without the reasons. */
function grouped(
  found: readonly FoundDanger[],
  groupOf: (each: FoundDanger) => string,
  longest: number,
): readonly string[] {
  const groups = Map.groupBy(found, groupOf);
  return [...groups].flatMap(([place, each]) => [
    `- **${markdownText(excerpt(place, longest))}**: ${each.map(({ danger }) => shortName(danger, longest)).join(', ')}`,
  ]);
}

function shortName({ resource, property }: Danger, longest: number): string {
  const name = property ? `${resource}.${property}` : resource;
  return markdownCode(name.length > longest ? `${name.slice(0, longest - 1)}…` : name);
}
