import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../../tests/builders/cluster.ts';
import { COMMIT_TAG, missingTags, revisionTags, serviceTags } from './service-tags.ts';

const CLUSTER = aCluster({ name: 'c' });
const SERVICE = aService({ name: 's', tags: { team: 'a' } });

describe('tags', () => {
  test('say on the service whose it is, and nothing that the next commit would make wrong', () => {
    const tags = serviceTags(CLUSTER, SERVICE);
    expect(tags).toMatchObject({ team: 'a', 'ecs-gitops:cluster': 'c', 'ecs-gitops:service': 's' });
    expect(tags).not.toHaveProperty([COMMIT_TAG]);
  });

  test('say on a revision which commit it is of, where that is known', () => {
    const { [COMMIT_TAG]: commit, ...others } = revisionTags(CLUSTER, SERVICE, 'abc');
    expect(commit).toBe('abc');
    expect(revisionTags(CLUSTER, SERVICE, undefined)).toEqual(others);
  });

  test("of ours cannot be taken over by config's", () => {
    const tags = { 'ecs-gitops:service': 'other', team: 'a' };
    expect(serviceTags(CLUSTER, aService({ name: 's', tags }))).toMatchObject({ 'ecs-gitops:service': 's' });
  });

  test.each([
    ['one that is not there', { a: '1' }, {}, { a: '1' }],
    ['one with another value', { a: '1' }, { a: '2' }, { a: '1' }],
    ['none that is right', { a: '1' }, { a: '1' }, {}],
    ['none that others have set', {}, { theirs: 'x' }, {}],
  ])('are written: %s', (_, desired, live, expected) => {
    expect(missingTags(desired, live)).toEqual(expected);
  });
});
