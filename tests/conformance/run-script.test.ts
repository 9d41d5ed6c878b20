import { describe, expect, test } from '@jest/globals';
import { differencesOf, pathsOf } from './json.ts';
import { runScript } from './run-script.ts';
import type { Answer, Caller, JsonObject, ScriptItem } from './step.ts';
import { compareWithMoto } from './witnesses/moto.ts';

/** Answers in turn, and keeps what it was asked. */
function answering(...answers: readonly Partial<Answer>[]) {
  const asked: JsonObject[] = [];
  const caller: Caller = {
    call: async (_service, _operation, input) => {
      asked.push(input);
      return { complaints: [], ...(answers[asked.length - 1] ?? answers.at(-1)) };
    },
  };
  return { caller, asked };
}

const STEP = { service: 'ecs', operation: 'DescribeServices' } as const;
const refused = (code: string): Partial<Answer> => ({ error: { code, status: 400, message: 'no' } });
const problems = async (script: readonly ScriptItem[], caller: Caller): Promise<readonly string[]> =>
  (await runScript(script, caller, { variables: {}, patienceMs: 200 })).flatMap((performed) => performed.problems);

describe('the script', () => {
  test('puts what was answered into later inputs', async () => {
    const { caller, asked } = answering({ output: { a: [{ b: 5 }] } });
    const script = [
      { ...STEP, save: { five: 'a.0.b' } },
      { ...STEP, input: { n: '<five>', text: 'is <five>' } },
    ];
    expect(await problems(script, caller)).toEqual([]);
    expect(asked[1]).toEqual({ n: 5, text: 'is 5' });
  });

  test('repeats until it reads what it waits for', async () => {
    const { caller, asked } = answering({ output: { s: 'no' } }, { output: { s: 'yes' } });
    expect(await problems([{ ...STEP, until: { s: 'yes' } }], caller)).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  test.each<[string, ScriptItem, Partial<Answer>, string]>([
    [
      'what it waited for never came',
      { ...STEP, until: { s: 'yes' } },
      { output: { s: 'no' } },
      's never became "yes"',
    ],
    ['a refusal that was expected did not come', { ...STEP, refused: 'X' }, { output: {} }, 'X expected, answered'],
    ['another refusal came', { ...STEP, refused: 'X' }, refused('Y'), 'X expected, refused with Y: no'],
    ['a call was refused', STEP, refused('Y'), 'no error expected, refused with Y: no'],
    ['what should be kept is not there', { ...STEP, save: { a: 'b.c' } }, { output: {} }, 'the answer has no b.c'],
    ['what it needs was never kept', { ...STEP, input: { a: '<b>' } }, {}, 'nothing was saved as b'],
    ['the client complains', STEP, { output: {}, complaints: ['unknown member'] }, 'unknown member'],
  ])('has a problem where %s', async (_what, item, answer, problem) => {
    const found = await problems([item], answering(answer).caller);
    expect(found.join('\n')).toContain(problem);
  });
});

describe('beside moto', () => {
  const step = { ...STEP, fields: ['a.b'] };
  const performed = (answer: Partial<Answer>) => [
    { item: step, input: {}, answer: { complaints: [], ...answer }, problems: [] },
  ];

  test.each<[string, Partial<Answer>, Partial<Answer>, readonly string[]]>([
    ['the same', { output: { a: { b: 1 } } }, { output: { a: { b: 1 } } }, []],
    ['another value of a field', { output: { a: { b: 1 } } }, { output: { a: { b: 2 } } }, ['a.b: 1, moto: 2']],
    ['a member more', { output: {} }, { output: { c: [{ d: { e: 1 } }] } }, ['only moto answers c']],
    ['an empty member more', { output: {} }, { output: { c: [], d: '' } }, []],
    ['a member less', { output: { c: 1 } }, { output: {} }, []],
    ['another code', refused('X'), refused('Y'), ['refused with X, moto: refused with Y']],
    ['no refusal', refused('X'), { output: {} }, ['refused with X, moto: accepted']],
    ['a crash', { output: {} }, { error: { code: '500', status: 500, message: 'boom' } }, ['moto fails: boom']],
  ])('%s is seen', (_what, ours, motos, expected) => {
    expect(compareWithMoto(performed(ours), performed(motos))[0]?.differences).toEqual(expected);
  });
});

test('differences name the path and both values', () => {
  expect(differencesOf({ a: [{ b: 1 }], c: 'x' }, { a: [{ b: 2 }, 3] })).toEqual([
    'a.0.b: 1, 2',
    'a.1: undefined, 3',
    'c: "x", undefined',
  ]);
  expect([...pathsOf({ a: [{ b: 1 }, { c: { d: 2 } }] })]).toEqual(['a', 'a[].b', 'a[].c', 'a[].c.d']);
});
