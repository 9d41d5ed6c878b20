import { describe, expect, test } from '@jest/globals';
import { ToolkitError } from '../model/errors.ts';
import { outcomeOfError, outcomeOfWork, type StoppedWork } from './outcome-of-error.ts';

const STOPPED: StoppedWork = {
  signal: undefined,
  cancelled: { summary: 'Cancelled while it was deployed.', nextStep: 'Run the job again.' },
};
const REFUSED = new ToolkitError('ACCESS_DENIED', 'The role may not do it.', { hint: 'Let it.' });

describe('the outcome of an error', () => {
  test('is what AWS refused, with what to do', () => {
    expect(outcomeOfError(REFUSED, STOPPED)).toEqual({
      kind: 'failed',
      summary: 'The role may not do it.',
      evidence: [],
      nextStep: 'Let it.',
    });
  });

  test('is a cancellation where the run was cancelled, whatever was thrown', () => {
    const signal = AbortSignal.abort();
    expect(outcomeOfError(REFUSED, { ...STOPPED, signal })).toEqual({
      kind: 'cancelled',
      summary: 'Cancelled while it was deployed.',
      evidence: [],
      nextStep: 'Run the job again.',
    });
  });

  test('names a defect as one, and where it was thrown', () => {
    const { kind, summary, evidence, nextStep } = outcomeOfError(new TypeError('no such thing'), STOPPED);
    expect({ kind, summary, nextStep }).toEqual({
      kind: 'failed',
      summary: 'TypeError: no such thing',
      nextStep: 'This is a defect; please report it with the log.',
    });
    expect(evidence).toEqual([expect.stringMatching(/^Thrown at .*outcome-of-error\.test\.ts/)]);
  });

  test.each([
    ['a refusal', undefined],
    ['a cancellation', AbortSignal.abort()],
  ])('of %s says what had been written before', (_case, signal) => {
    const { evidence } = outcomeOfError(REFUSED, {
      ...STOPPED,
      signal,
      written: ['deleted service a', 'desired count 0'],
    });
    expect(evidence).toEqual(['Written before: deleted service a, desired count 0.']);
  });
});

describe('the outcome of work', () => {
  test('is its own where it ends', async () => {
    const unchanged = { kind: 'unchanged', summary: 'It is right.', evidence: [] } as const;
    expect(await outcomeOfWork(async () => unchanged, STOPPED)).toBe(unchanged);
  });

  test('is that of the error where it throws', async () => {
    const work = () => Promise.reject(REFUSED);
    expect(await outcomeOfWork(work, STOPPED)).toMatchObject({ kind: 'failed', summary: 'The role may not do it.' });
  });

  test('is a cancellation where the run was cancelled before it began: it is not begun', async () => {
    let isBegun = false;
    const work = async () => {
      isBegun = true;
      return { kind: 'destroyed', summary: 'It is gone.', evidence: [] } as const;
    };
    expect(await outcomeOfWork(work, { ...STOPPED, signal: AbortSignal.abort() })).toMatchObject({ kind: 'cancelled' });
    expect(isBegun).toBe(false);
  });
});
