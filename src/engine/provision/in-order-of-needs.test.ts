import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../model/outcome.ts';
import { inOrderOfNeeds, needsOfRemovals, orderly } from './in-order-of-needs.ts';

const unit = (id: string, ...needs: readonly string[]) => ({ id, needs });
const ended = (id: string, kind: Outcome['kind']) => ({
  unit: { id },
  outcome: { kind, summary: '', evidence: [] } satisfies Outcome,
});

/** Runs units, some of which fail; in which order they began, and how they ended. */
async function run(units: readonly ReturnType<typeof unit>[], ...failing: readonly string[]) {
  const begun: string[] = [];
  const jobs = units.map(({ id, needs }) => ({
    id,
    needs,
    run: async () => {
      begun.push(id);
      return ended(id, failing.includes(id) ? 'failed' : 'deployed');
    },
    heldBack: () => ended(id, 'blocked'),
  }));
  const results = await inOrderOfNeeds(jobs, 4);
  return { begun, results: results.map((result) => `${result.unit.id} ${result.outcome.kind}`) };
}

describe('units', () => {
  test('run after what they need, and are told of in their own order', async () => {
    const { begun, results } = await run([unit('a', 'b', 'elsewhere'), unit('b', 'c'), unit('c')]);
    expect(begun).toEqual(['c', 'b', 'a']);
    expect(results).toEqual(['a deployed', 'b deployed', 'c deployed']);
  });

  test('are held back where one that they need ended badly, and with them what needs those', async () => {
    const { begun, results } = await run([unit('a', 'b'), unit('b', 'c'), unit('c'), unit('d')], 'c');
    expect(begun).toEqual(['c', 'd']);
    expect(results).toEqual(['a blocked', 'b blocked', 'c failed', 'd deployed']);
  });

  test('that need each other have no order, nor has what needs them', () => {
    expect([...orderly([unit('a', 'b'), unit('b', 'a'), unit('c', 'a'), unit('d')])]).toEqual(['d']);
  });

  test('that are left over go after all that do not wait for one of them', () => {
    const units = [unit('a', 'old'), unit('b', 'a'), unit('c', 'older'), unit('d', 'e'), unit('e')];
    expect(needsOfRemovals(['old', 'older'], units)).toEqual(['d', 'e']);
  });
});
