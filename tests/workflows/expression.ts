import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';

/** What an expression can see: contexts by name, as JSON, and how things stand for `success()` and its like. */
export interface Scope {
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly status: Status;
}

/** `skipped`: something before was skipped, so that neither `success()` nor `failure()` holds. */
export type Status = 'success' | 'failure' | 'cancelled' | 'skipped';

const CONTEXTS = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
];
const STATUS_FUNCTION = /\b(success|failure|always|cancelled)\s*\(/;

/** The value of an expression, without its `${{ }}`. Throws where it does not parse. */
export function evaluate(expression: string, { contexts, status }: Scope): unknown {
  const functions = new Map(statusFunctions(status).map((each) => [each.name, each]));
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, CONTEXTS, [...functions.values()]).parse();
  const dictionary = new data.Dictionary(
    ...CONTEXTS.map((key) => ({ key, value: JSON.parse(JSON.stringify(contexts[key] ?? {}), data.reviver) })),
  );
  return JSON.parse(JSON.stringify(new Evaluator(parsed, dictionary, functions).evaluate(), data.replacer) ?? 'null');
}

/** A value of a workflow file with every `${{ }}` in it replaced; alone in its string, an expression keeps its type. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((each) => resolve(each, scope));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each, scope)]));
  }
  if (typeof value !== 'string') return value;
  const [, only] = /^\s*\$\{\{((?:(?!\}\}).)*)\}\}\s*$/s.exec(value) ?? [];
  if (only !== undefined) return evaluate(only, scope);
  return value.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => textOf(evaluate(expression, scope)));
}

/** The same as text, as `with`, `env` and `run` take it. */
export function resolveText(value: unknown, scope: Scope): string {
  return textOf(resolve(value, scope));
}

/** Whether an `if` holds. Without a function of status in it, it holds only where all is well so far. */
export function holds(condition: unknown, scope: Scope): boolean {
  if (condition === undefined) return scope.status === 'success';
  const text = String(condition).trim();
  const [, inner] = /^\$\{\{(.*)\}\}$/s.exec(text) ?? [];
  const expression = inner ?? text;
  if (!STATUS_FUNCTION.test(expression) && scope.status !== 'success') return false;
  const value = evaluate(expression, scope);
  return value !== false && value !== null && value !== 0 && value !== '';
}

/** As GitHub turns values into text. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? (Array.isArray(value) ? 'Array' : 'Object') : String(value);
}

function statusFunctions(status: Status): readonly FunctionDefinition[] {
  const constant = (name: string, value: boolean): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  });
  return [
    constant('always', true),
    constant('success', status === 'success'),
    constant('failure', status === 'failure'),
    constant('cancelled', status === 'cancelled'),
  ];
}
