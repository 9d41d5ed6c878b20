import { expect, test } from '@jest/globals';
import { connectTo } from './connect-to.ts';

test.each([
  [undefined, { host: 'web.example', port: 80 }],
  ['web.example:80:127.0.0.1:8080', { host: '127.0.0.1', port: 8080 }],
  ['WEB.example:80:127.0.0.1:8080', { host: '127.0.0.1', port: 8080 }],
  ['::127.0.0.1:8080', { host: '127.0.0.1', port: 8080 }],
  ['web.example:80::8080', { host: 'web.example', port: 8080 }],
  ['web.example::[::1]:', { host: '::1', port: 80 }],
  ['other.example:80:127.0.0.1:8080', { host: 'web.example', port: 80 }],
  ['web.example:443:127.0.0.1:8080', { host: 'web.example', port: 80 }],
])('%j leads to %j', (rule, endpoint) => {
  expect(connectTo(rule, 'web.example', 80)).toEqual(endpoint);
});

test.each(['web.example', 'a:b:c:d', 'a:80:b'])('%j is refused', (rule) => {
  expect(() => connectTo(rule, 'web.example', 80)).toThrow(/connect-to/);
});
