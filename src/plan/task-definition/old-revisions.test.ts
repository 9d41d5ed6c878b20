import { describe, expect, test } from '@jest/globals';
import { aService } from '../../../tests/builders/cluster.ts';
import { aRevision, REVISION } from '../../../tests/builders/live-service.ts';
import { isOwnRevision, oldRevisionsChange, revisionsBeyond } from './old-revisions.ts';

const TAGS = { 'ecs-gitops:cluster': 'c', 'ecs-gitops:service': 's' };
const ACTIVE = [5, 4, 3, 2, 1].map((number) => `${REVISION}:${number}`);

describe('old revisions', () => {
  test('are those beyond the newest, the oldest first', () => {
    expect(revisionsBeyond(3, ACTIVE)).toEqual([`${REVISION}:1`, `${REVISION}:2`]);
    expect(revisionsBeyond(9, ACTIVE)).toEqual([]);
  });

  test.each<[string, number | undefined, boolean, string | undefined]>([
    ['are not planned to go where config keeps all', undefined, true, undefined],
    ['make room for the one to be registered', 3, true, 'sample:1, sample:2, sample:3'],
    ['are fewer where none is registered', 3, false, 'sample:1, sample:2'],
    ['never hold the live one', 1, true, 'sample:1, sample:2, sample:3, sample:4'],
    ['are none where there are not so many', 9, true, undefined],
  ])('%s', (_, keepRevisions, registers, expected) => {
    const change = oldRevisionsChange(aService({ keepRevisions }), { active: ACTIVE, registers, live: ACTIVE[0] });
    expect(change?.properties[0]?.before).toEqual(expected && { kind: 'value', text: expected });
  });

  test.each([
    ['ours', TAGS, 'ACTIVE', true],
    ["another service's", { ...TAGS, 'ecs-gitops:service': 't' }, 'ACTIVE', false],
    ["another cluster's", { ...TAGS, 'ecs-gitops:cluster': 'd' }, 'ACTIVE', false],
    ["somebody else's", {}, 'ACTIVE', false],
    ['gone already', TAGS, 'INACTIVE', false],
  ])('go only where they are ours: %s', (_, tags, status, expected) => {
    expect(isOwnRevision({ ...aRevision(1, {}, status), tags }, 'c', 's')).toBe(expected);
  });
});
