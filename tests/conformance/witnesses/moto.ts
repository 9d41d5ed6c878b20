import { pathsOf, plain, valueAt } from '../json.ts';
import type { Observation } from '../observation.ts';
import type { Performed } from '../run-script.ts';
import type { Answer, Json, Step } from '../step.ts';
import { rowOf } from '../step.ts';

/**
 * Compares what one client read from the emulator and from moto for the same script: whether and with which code a call
 * is refused, members that only moto answers with, and the fields that the script names. What moto leaves out tells
 * nothing.
 */
export function compareWithMoto(ours: readonly Performed[], motos: readonly Performed[]): readonly Observation[] {
  const theirs = new Map(motos.map((performed) => [performed.item, performed]));
  return ours.flatMap((own) => {
    const { item } = own;
    const other = theirs.get(item);
    if (!other || !('operation' in item)) return [];
    return [{ row: rowOf(item), witness: 'moto' as const, differences: differences(item, own, other) }];
  });
}

function differences(step: Step, own: Performed, other: Performed): readonly string[] {
  const [ours, motos] = [own.answer, other.answer];
  const unasked = other.problems.find((problem) => problem.startsWith('nothing was saved as'));
  if (unasked) return [`moto could not be asked: ${unasked}`];
  const crash = crashOf(motos);
  if (crash) return [`moto fails: ${crash}`];
  if (ours.error?.code !== motos.error?.code) return [`${outcomeOf(ours)}, moto: ${outcomeOf(motos)}`];
  const known = pathsOf(meaningful(plain(ours.output)));
  const extra = [...pathsOf(meaningful(plain(motos.output)))].filter((path) => !known.has(path));
  const outermost = extra.filter((path) => !extra.some((other) => path !== other && isBelow(path, other)));
  const differing = (step.fields ?? []).filter(
    (path) => JSON.stringify(valueAt(ours.output, path)) !== JSON.stringify(valueAt(motos.output, path)),
  );
  return [
    ...outermost.map((path) => `only moto answers ${path}`),
    ...differing.map(
      (path) =>
        `${path}: ${JSON.stringify(valueAt(ours.output, path))}, moto: ${JSON.stringify(valueAt(motos.output, path))}`,
    ),
  ];
}

const isBelow = (path: string, other: string): boolean => path.startsWith(`${other}.`) || path.startsWith(`${other}[`);

/** moto answers what it lacks with a page of HTML. */
function crashOf({ error, complaints }: Answer): string | undefined {
  const text =
    error?.status === 500 || error?.code === '500' ? error.message : complaints.find((one) => /ParserError/.test(one));
  return text === undefined ? undefined : text.includes('<!doctype html>') ? 'an internal error' : text;
}

function outcomeOf({ error }: Answer): string {
  return error ? `refused with ${error.code}` : 'accepted';
}

/** Without empty lists, maps and texts: moto has them where AWS has nothing. */
function meaningful(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(meaningful);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, Json] => [key, meaningful(item)])
      .filter(
        ([, item]) => item !== '' && item !== null && !(typeof item === 'object' && Object.keys(item).length === 0),
      ),
  );
}
