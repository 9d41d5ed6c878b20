import { expect, test } from '@jest/globals';
import { prepare } from './prepare.ts';

test.each([
  ['a URL of another protocol', { INPUT_URL: 'ftp://x' }, 'Input url is "ftp://x".'],
  ['a URL without a host', { INPUT_URL: 'http://:80' }, 'Input url is "http://:80".'],
  ['a password in a URL, without showing it', { INPUT_URL: 'https://me:hidden@x/' }, /^(?!.*hidden).*password/],
  ['a rule for connections that is none', { INPUT_URL: 'http://x', 'INPUT_CONNECT-TO': '127.0.0.1' }, /connect-to/],
  ['a status that is none', { INPUT_URL: 'http://x', 'INPUT_EXPECT-STATUS': 'ok' }, 'Input expect-status is "ok".'],
])('refuses %s', (_, env, message) => {
  expect(() => prepare(env)).toThrow(message);
});

test.each(['', '200', '200-299', '200,204', '200-299, 404'])('takes the status %j', (status) => {
  expect(prepare({ INPUT_URL: 'http://x/?a=b', 'INPUT_EXPECT-STATUS': status })).toBeInstanceOf(Function);
});
