import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A workflow file's content as far as it is run here. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
}

export type Concurrency =
  | string
  | { readonly group: string; readonly queue?: 'single' | 'max'; readonly 'cancel-in-progress'?: unknown };

export type Permissions = Readonly<Record<string, 'read' | 'write' | 'none'>> | 'read-all' | 'write-all';

export interface Job {
  readonly name?: string;
  readonly needs?: string | readonly string[];
  readonly if?: unknown;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly secrets?: 'inherit' | Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly concurrency?: Concurrency;
  readonly environment?: string | { readonly name: string };
  readonly strategy?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly 'continue-on-error'?: unknown;
  readonly 'timeout-minutes'?: number;
}

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: unknown;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly 'working-directory'?: string;
  readonly 'continue-on-error'?: unknown;
}

export function readWorkflow(file: string): Workflow {
  return parse(readFileSync(file, 'utf8')) as Workflow;
}

export function needsOf({ needs = [] }: Job): readonly string[] {
  return typeof needs === 'string' ? [needs] : needs;
}

/**
 * Inputs of a called workflow with their defaults. Throws, as GitHub does, where one is unknown or a required one is
 * missing.
 */
export function calledInputs(
  { on }: Workflow,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const call = (on['workflow_call'] ?? {}) as { readonly inputs?: Readonly<Record<string, InputDeclaration>> };
  const declared = call.inputs ?? {};
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0)
    throw new Error(`Invalid input, ${unknown.join(', ')} is not defined in the called workflow.`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, { type, required, default: fallback }]) => {
      // GitHub looks for the name alone: what it is given may come to nothing, as a variable that is not set.
      if (required && !(name in given)) throw new Error(`Input ${name} is required, but not provided.`);
      return [name, given[name] ?? fallback ?? EMPTY[type]];
    }),
  );
}

interface InputDeclaration {
  readonly type: 'string' | 'boolean' | 'number';
  readonly required?: boolean;
  readonly default?: unknown;
}

const EMPTY = { string: '', boolean: false, number: 0 } as const;
