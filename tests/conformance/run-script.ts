import { setTimeout as sleep } from 'node:timers/promises';
import { plain, substituted, valueAt } from './json.ts';
import type { Answer, Caller, Json, JsonObject, ScriptItem, Step } from './step.ts';

export interface Performed {
  readonly item: ScriptItem;
  readonly input: JsonObject;
  readonly answer: Answer;
  /** Why the answer is not what AWS would have given; empty where it is. */
  readonly problems: readonly string[];
}

export interface RunOptions {
  /** Values of `<name>` that are there from the start. */
  readonly variables: Readonly<Record<string, Json>>;
  /** Real time that an `until` may take. */
  readonly patienceMs?: number;
  /** Called right after each item, before the next. */
  readonly afterwards?: (performed: Performed) => Promise<void>;
  /**
   * False where the other side does not behave as AWS does in time: nothing is waited for, and refusals are only
   * recorded.
   */
  readonly patient?: boolean;
}

/**
 * Carries out the script in order. An item whose input needs what an earlier one failed to answer is a problem, not a
 * crash.
 */
export async function runScript(
  script: readonly ScriptItem[],
  caller: Caller,
  options: RunOptions,
): Promise<readonly Performed[]> {
  const variables = new Map<string, Json>(Object.entries(options.variables));
  const all: Performed[] = [];
  for (const item of script) {
    const performed = await perform(item, caller, variables, options);
    if (!performed) continue;
    all.push(performed);
    await options.afterwards?.(performed);
  }
  return all;
}

async function perform(
  item: ScriptItem,
  caller: Caller,
  variables: Map<string, Json>,
  options: RunOptions,
): Promise<Performed | undefined> {
  const given = item.input ?? {};
  let input: JsonObject;
  try {
    input = substituted(given, variables) as JsonObject;
  } catch (error) {
    return { item, input: given, answer: { complaints: [] }, problems: [(error as Error).message] };
  }
  if ('waiter' in item) {
    if (options.patient === false || !caller.wait) return undefined;
    return judged(item, input, await caller.wait(item.service, item.waiter, input));
  }
  if ('paginate' in item) {
    if (options.patient === false || !caller.paginate) return undefined;
    return judged(item, input, await caller.paginate(item.service, item.paginate, input, item.pageSize));
  }
  const answer = await answered(item, input, caller, options);
  const missing = save(item, answer, variables);
  const performed = judged(item, input, answer);
  return { ...performed, problems: [...performed.problems, ...missing] };
}

async function answered(step: Step, input: JsonObject, caller: Caller, options: RunOptions): Promise<Answer> {
  const { patienceMs = 20_000, patient = true } = options;
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await caller.call(step.service, step.operation, input);
    if (!patient || answer.complaints.length > 0) return answer;
    const unmet = step.until ? unmetConditions(step.until, answer) : tooEarly(step, answer);
    if (unmet.length === 0) return answer;
    if (performance.now() > deadline) return { ...answer, complaints: unmet };
    await sleep(50);
  }
}

function tooEarly({ eventually }: Step, { error }: Answer): readonly string[] {
  return eventually && error ? [`was refused to the end with ${error.code}`] : [];
}

function unmetConditions(until: Readonly<Record<string, Json>>, answer: Answer): readonly string[] {
  const differing = Object.entries(until).filter(
    ([path, wanted]) => JSON.stringify(valueAt(answer.output, path)) !== JSON.stringify(wanted),
  );
  return differing.map(
    ([path, wanted]) =>
      `${path} never became ${JSON.stringify(wanted)}: ${JSON.stringify(valueAt(plain(answer), `output.${path}`))}`,
  );
}

function save(step: Step, answer: Answer, variables: Map<string, Json>): readonly string[] {
  if (answer.error) return [];
  return Object.entries(step.save ?? {}).flatMap(([name, path]) => {
    const value = valueAt(answer.output, path);
    if (value === undefined) return [`the answer has no ${path}`];
    variables.set(name, value);
    return [];
  });
}

function judged(item: ScriptItem, input: JsonObject, answer: Answer): Performed {
  const wanted = 'operation' in item ? item.refused : undefined;
  const code = answer.error?.code;
  const refusal = code === wanted ? [] : [`${wanted ?? 'no error'} expected, ${outcomeOf(answer)}`];
  return { item, input, answer, problems: [...refusal, ...answer.complaints] };
}

function outcomeOf({ error }: Answer): string {
  return error ? `refused with ${error.code}: ${error.message}` : 'answered';
}
