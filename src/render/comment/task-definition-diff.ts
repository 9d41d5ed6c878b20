import { revisionName } from '../../model/arn.ts';
import type { Change, PropertyChange, ShownValue } from '../../model/plan.ts';
import { shownText } from '../log/plan-lines.ts';
import { fencedBlock } from '../text.ts';
import { shortened } from './values.ts';

const LONGEST = 300;
const TASK_DEFINITION = 'AWS::ECS::TaskDefinition';

export function isTaskDefinition({ type, properties }: Change): boolean {
  return type === TASK_DEFINITION && properties.length > 0;
}

/** A task definition's changes as a diff: by container, what goes and what comes, with the sign in the first column. */
export function taskDefinitionDiff({ physicalId, properties }: Change): readonly string[] {
  const groups = Map.groupBy(properties, ({ path }) => placeOf(path).container);
  const lines = [...groups].flatMap(([container, each]) => [
    ...(container === undefined ? [] : [`  container ${container}`]),
    ...each.flatMap((property) => propertyLines(property, container === undefined ? '' : '  ')),
  ]);
  // Of an ARN with revision; the next one's number is known when it is registered.
  const revision = physicalId && revisionName(physicalId);
  return fencedBlock('diff', revision ? [`  ${revision} → the next revision`, ...lines] : lines);
}

function propertyLines({ path, before, after }: PropertyChange, indent: string): readonly string[] {
  const { member } = placeOf(path);
  const [old = before, wanted = after] = shortened([before, after], LONGEST);
  const line = (sign: string, value: ShownValue): string => `${sign} ${indent}${member}  ${shownText(value)}`;
  return [...(old.kind === 'absent' ? [] : [line('-', old)]), ...(wanted.kind === 'absent' ? [] : [line('+', wanted)])];
}

function placeOf(path: string): { readonly container: string | undefined; readonly member: string } {
  const [, container, member] = /^containerDefinitions\.([^.]+)\.(.+)$/.exec(path) ?? [];
  return member === undefined ? { container: undefined, member: path } : { container, member };
}
