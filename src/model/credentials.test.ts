import { describe, expect, test } from '@jest/globals';
import { withoutCredentials } from './credentials.ts';
import { ToolkitError } from './errors.ts';

const TOKEN = `ghs_${'a1B2'.repeat(9)}`;

describe('credentials in a text', () => {
  test.each([
    ['of a job', `token ${TOKEN} is bad`, 'token *** is bad'],
    ['of a person', `github_pat_${'x'.repeat(22)}_${'y'.repeat(20)}`, '***'],
    ['of a header', 'authorization: Bearer eyJhbGciOi.JIUzI1NiJ9.abc-def==, 401', 'authorization: Bearer ***, 401'],
    ['of a session', `x-amz-security-token:FwoG${'Z/+='.repeat(9)}\nhost:ecs`, 'x-amz-security-token:***\nhost:ecs'],
  ])('%s are not told', (_, text, told) => {
    expect(withoutCredentials(text)).toBe(told);
  });

  test.each([
    'ghs_short',
    'a Bearer token',
    'arn:aws:iam::123456789012:role/ghost_of_a_role',
    'sha256:0123456789abcdef',
  ])('are not seen in %s', (text) => {
    expect(withoutCredentials(text)).toBe(text);
  });

  test('are not told by errors either', () => {
    expect(new ToolkitError('INTERNAL', TOKEN, { hint: '' }).message).toBe('***');
  });
});
