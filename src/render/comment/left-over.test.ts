import { describe, expect, test } from '@jest/globals';
import { aChange, aRecord, aRecordedUnit, aUnit } from '../../../tests/builders/records.ts';
import type { SelectedCluster } from '../../model/run-record.ts';
import { leftOverBlock } from './left-over.ts';
import { targetsOf } from './targets.ts';

const changing = (id: string) => aRecordedUnit(aUnit(id, [aChange('x')]));
const PLANNED = aRecord({
  units: ['stack/prod', 'stack/prod-api', 'service/prod/api', 'stack/prod-web', 'service/prod/web'].map(changing),
});

function textFor(own: SelectedCluster['own']): string | undefined {
  const { cluster: _, ...select } = aRecord({ action: 'select', mode: '', outcome: 'unchanged' });
  const selected = [{ cluster: 'prod', region: 'eu-west-1', services: ['api', 'web'], own }];
  const records = [{ ...select, selected }, PLANNED];
  return leftOverBlock(records, targetsOf(records))[0]?.variants[0];
}

describe('what is not from the pull request', () => {
  test('is what no file of its own touches: services, their stacks, and the stack of the cluster', () => {
    expect(textFor(['web'])).toContain('**Not from this pull request:** stack prod, stack prod-api, service api.');
  });

  test('is nothing where the pull request touches the cluster as a whole', () => {
    expect(textFor(undefined)).toBeUndefined();
  });

  test('is nothing where nobody selected', () => {
    expect(leftOverBlock([PLANNED], targetsOf([PLANNED]))).toEqual([]);
  });
});
