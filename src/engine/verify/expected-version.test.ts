import { expect, test } from '@jest/globals';
import { expectedVersion, imageDigest, imageTag } from './expected-version.ts';

const TAG = '$' + '{image.tag}';
const COMMIT = '$' + '{commit}';

test.each([
  ['web:v2', 'v2', undefined],
  ['web', 'latest', undefined],
  ['host:5000/team/web', 'latest', undefined],
  ['host:5000/team/web:v2', 'v2', undefined],
  ['web@sha256:ab', undefined, 'sha256:ab'],
  ['web:v2@sha256:ab', 'v2', 'sha256:ab'],
])('%s has tag %s and digest %s', (image, tag, digest) => {
  expect([imageTag(image), imageDigest(image)]).toEqual([tag, digest]);
});

test('fills in what is known', () => {
  const mark = { header: 'x-version', equals: `${TAG} of ${COMMIT}` };
  expect(expectedVersion(mark, { image: 'web:v2', commit: 'abc' })).toEqual({
    header: 'x-version',
    equals: 'v2 of abc',
  });
});

test('is undefined where a placeholder has no value', () => {
  expect(
    expectedVersion({ header: 'x-version', equals: TAG }, { image: 'web@sha256:ab', commit: undefined }),
  ).toBeUndefined();
});
