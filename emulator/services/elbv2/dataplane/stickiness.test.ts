import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../../core/network.ts';
import { ask } from '../testing/client.ts';
import type { TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';
import { groupCookies, parseCookies, stuckGroup } from './stickiness.ts';

const A = { Id: 'i-0000000a', Port: 32_768 };
const C = { Id: 'i-0000000c', Port: 32_768 };

let elb: TestElb;
beforeEach(() => {
  elb = createTestElb();
});
afterEach(() => elb.stop());

/** Two targets that set a cookie of their own under /login. */
async function sticky(attributes: Readonly<Record<string, string>>): Promise<Address> {
  const { groupArn, address } = await elb.balance();
  for (const target of [A, C]) {
    await elb.serve(target.Id, target.Port, ({ url }, response) => {
      if (url === '/login') response.setHeader('Set-Cookie', 'session=1; Path=/');
      response.end(target.Id);
    });
    await elb.register(groupArn, target);
  }
  const Attributes = Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
  await elb.call('ModifyTargetGroupAttributes', { TargetGroupArn: groupArn, Attributes });
  return address;
}

/** The cookies that a browser would send back. */
async function visit(address: Address, path: string): Promise<{ cookie: string; body: string }> {
  const { headers, body } = await ask(address, { path });
  return { cookie: (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; '), body };
}

describe('a client that shows its cookies stays with its target', () => {
  test.each([
    ['by lb_cookie', { 'stickiness.enabled': 'true' }, 'AWSALB='],
    [
      'by app_cookie',
      {
        'stickiness.enabled': 'true',
        'stickiness.type': 'app_cookie',
        'stickiness.app_cookie.cookie_name': 'session',
      },
      'AWSALBAPP-0=',
    ],
  ])('%s', async (_how, attributes, name) => {
    const address = await sticky(attributes);
    const { cookie, body } = await visit(address, '/login');
    expect(cookie).toContain(name);
    for (let i = 0; i < 4; i++) expect((await ask(address, { headers: { Cookie: cookie } })).body).toBe(body);
  });
});

test('app_cookie binds nobody before the application sets its cookie', async () => {
  const address = await sticky({
    'stickiness.enabled': 'true',
    'stickiness.type': 'app_cookie',
    'stickiness.app_cookie.cookie_name': 'session',
  });
  expect((await visit(address, '/')).cookie).toBe('');
});

test('without stickiness there are no cookies', async () => {
  expect((await visit(await sticky({}), '/')).cookie).toBe('');
});

test('a weighted forward with stickiness binds to a group', () => {
  const config = { Enabled: true, DurationSeconds: 60 };
  const [, line = ''] = groupCookies(config, 'group-b', 0);
  expect(line).toMatch(/^AWSALBTG=[\w-]+; Expires=Thu, 01 Jan 1970 00:01:00 GMT; Path=\/$/);
  const cookies = parseCookies([line.split(';')[0] ?? '']);
  expect(stuckGroup(config, ['group-a', 'group-b'], cookies)).toBe('group-b');
  expect(stuckGroup(config, ['group-a'], cookies)).toBeUndefined();
  expect(stuckGroup({ Enabled: false }, ['group-b'], cookies)).toBeUndefined();
});
