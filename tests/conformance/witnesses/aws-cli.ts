import { differencesOf, plain } from '../json.ts';
import type { Observation } from '../observation.ts';
import type { Performed } from '../run-script.ts';
import type { Caller, Json } from '../step.ts';
import { rowOf } from '../step.ts';

const TRIES = 3;

/**
 * Lets the CLI ask what another client has just asked, for the steps marked so, and compares all that both read. What
 * changed while the CLI was asking is asked again by both.
 */
export async function compareWithCli(
  { item, input, answer }: Performed,
  cli: Caller,
  other: Caller,
): Promise<readonly Observation[]> {
  if (!('operation' in item) || !item.cli) return [];
  let before = answer;
  let differences: readonly string[] = [];
  for (let tries = 0; tries < TRIES; tries++) {
    const read = await cli.call(item.service, item.operation, input);
    const after = await other.call(item.service, item.operation, input);
    const found = [before, after].map((expected) =>
      differencesOf(comparable(plain(expected)), comparable(plain(read))),
    );
    differences = found.find((list) => list.length === 0) ?? found[1] ?? [];
    if (differences.length === 0) break;
    before = after;
  }
  return [{ row: rowOf(item), witness: 'AWS CLI', differences }];
}

/**
 * Dates as milliseconds, since the CLI writes them in another form; without null, which it writes for members that
 * pages lack.
 */
function comparable(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(comparable);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== null)
        .map(([key, item]) => [key, comparable(item)]),
    );
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) ? Date.parse(value) : value;
}
