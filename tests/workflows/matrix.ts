import { resolve, type Scope } from './expression.ts';
import type { Job } from './workflow-file.ts';

export interface Legs {
  /** One set of matrix values per leg; a single empty one without a matrix. */
  readonly legs: readonly Readonly<Record<string, unknown>>[];
  readonly failFast: boolean;
  readonly maxParallel: number;
}

interface MatrixValues extends Readonly<Record<string, unknown>> {
  readonly include?: readonly Readonly<Record<string, unknown>>[];
  readonly exclude?: unknown;
}

/** GitHub's limit on the jobs of one matrix. */
const MOST_LEGS = 256;

/**
 * The legs of a job's matrix: combinations of its lists, and what `include` adds. Throws, as GitHub does, where there
 * is none.
 */
export function legsOf({ strategy }: Job, scope: Scope): Legs {
  const {
    matrix,
    'fail-fast': failFast = true,
    'max-parallel': most = MOST_LEGS,
  } = resolve(strategy ?? {}, scope) as {
    readonly matrix?: Readonly<Record<string, unknown>>;
    readonly 'fail-fast'?: boolean;
    readonly 'max-parallel'?: number;
  };
  const rest = { failFast: Boolean(failFast), maxParallel: Number(most) };
  if (matrix === undefined) return { legs: [{}], ...rest };
  const { include = [], exclude, ...lists } = matrix as MatrixValues;
  if (exclude !== undefined || (include.length > 0 && Object.keys(lists).length > 0)) {
    throw new Error('A matrix with exclude, or with lists and include, is not run here.');
  }
  let legs: readonly Readonly<Record<string, unknown>>[] = Object.keys(lists).length === 0 ? [] : [{}];
  for (const [name, values] of Object.entries(lists)) {
    if (!Array.isArray(values)) throw new Error(`The matrix's ${name} is not a list.`);
    legs = legs.flatMap((leg) => values.map((value) => ({ ...leg, [name]: value })));
  }
  legs = [...legs, ...include];
  if (legs.length === 0) throw new Error('Matrix vector does not contain any values.');
  if (legs.length > MOST_LEGS) throw new Error(`The matrix has ${legs.length} jobs; GitHub runs ${MOST_LEGS} at most.`);
  return { legs, ...rest };
}
