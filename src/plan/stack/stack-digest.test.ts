import { describe, expect, test } from '@jest/globals';
import type { Change } from '../../model/plan.ts';
import { stackDigest } from './stack-digest.ts';

const change = (resource: string): Change => ({
  action: 'modify',
  resource,
  type: 'AWS::EC2::SecurityGroup',
  properties: [],
  certainty: 'certain',
});
const template = (digest: string, group: string, other: string) => ({
  digest,
  resources: { Group: { Properties: { Name: group } }, Other: { Properties: { Name: other } } },
});
const LISTED = { isListed: true };

describe("the digest of a stack's plan", () => {
  const reviewed = stackDigest('stack/web', [change('Group')], template('1', 'new', 'old'), LISTED);

  test('stays when another resource of the stack has been changed in between', () => {
    expect(stackDigest('stack/web', [change('Group')], template('2', 'new', 'changed'), LISTED)).toBe(reviewed);
  });

  test('stays when ECS has shifted the traffic of a rule in between', () => {
    const forwarding = (...weights: readonly number[]) => {
      const TargetGroups = weights.map((Weight) => ({ Weight }));
      const Group = { Properties: { Actions: [{ ForwardConfig: { TargetGroups } }] } };
      return stackDigest('stack/web', [change('Group')], { digest: '1', resources: { Group } }, LISTED);
    };
    expect(forwarding(100, 0)).toBe(forwarding(0, 100));
    expect(forwarding(1)).not.toBe(forwarding(0));
  });

  test.each([
    [
      'the resource is to be another',
      stackDigest('stack/web', [change('Group')], template('1', 'other', 'old'), LISTED),
    ],
    [
      'another resource changes too',
      stackDigest('stack/web', [change('Group'), change('Other')], template('1', 'new', 'old'), LISTED),
    ],
  ])('is another where %s', (_, digest) => {
    expect(digest).not.toBe(reviewed);
  });

  test.each([
    ['the stack is made', 'Group', { isListed: false }],
    ['only outputs change', 'Outputs', LISTED],
  ])('is over the whole template where %s', (_, resource, listed) => {
    const of = (digest: string): string =>
      stackDigest('stack/web', [change(resource)], template(digest, 'new', 'old'), listed);
    expect(of('1')).not.toBe(of('2'));
  });
});
