import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, eventually } from '../testing/client.ts';
import type { TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

const A = { Id: 'i-0000000a', Port: 32_768 };
const C = { Id: 'i-0000000c', Port: 32_768 };

let elb: TestElb;
beforeEach(() => {
  elb = createTestElb();
});
afterEach(() => elb.stop());

const serve = (target: typeof A, answer: (url: string) => string): Promise<Server> =>
  elb.serve(target.Id, target.Port, (request, response) => {
    response.end(request.url === '/health' ? '' : answer(request.url ?? ''));
  });

describe('forwarding', () => {
  test('takes healthy targets in turn', async () => {
    const { groupArn, address } = await elb.balance();
    await serve(A, () => 'a');
    await serve(C, () => 'c');
    await elb.register(groupArn, A);
    await elb.register(groupArn, C);
    const bodies: string[] = [];
    for (let i = 0; i < 6; i++) bodies.push((await ask(address)).body);
    expect(bodies.join('')).toMatch(/^(acacac|cacaca)$/);
  });

  test('tells the target who asked, where and as part of what, and nothing of the connection', async () => {
    const { groupArn, address } = await elb.balance();
    await elb.serve(A.Id, A.Port, ({ headers }, response) => {
      response.setHeader('Keep-Alive', 'timeout=7').end(JSON.stringify(headers));
    });
    await elb.register(groupArn, A);
    const reply = await ask(address, { headers: { 'X-Forwarded-For': '203.0.113.7', TE: 'trailers', 'X-Own': '1' } });
    expect(JSON.parse(reply.body)).toEqual({
      host: 'web.example',
      connection: 'keep-alive',
      'x-own': '1',
      'x-forwarded-for': '203.0.113.7, 127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-port': '80',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
    });
    expect(reply.headers).not.toHaveProperty('keep-alive');
    expect(reply.headers).not.toHaveProperty('server');
  });

  test.each(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'passes on %s with its body',
    async (method) => {
      const { groupArn, address } = await elb.balance();
      await elb.serve(A.Id, A.Port, async (request, response) => {
        let text = '';
        for await (const chunk of request) text += chunk;
        response.setHeader('X-Body', `${request.method}:${text}`).end('answer');
      });
      await elb.register(groupArn, A);
      const body = method === 'GET' || method === 'HEAD' ? undefined : 'a body';
      const reply = await ask(address, { method, ...(body && { body, headers: { 'Content-Length': '6' } }) });
      expect(reply).toMatchObject({ status: 200, body: method === 'HEAD' ? '' : 'answer' });
      expect(reply.headers['x-body']).toBe(`${method}:${body ?? ''}`);
      expect((await ask(address, { method })).headers['x-body']).toBe(`${method}:`);
    },
  );

  test('gives 503 where the group has no target', async () => {
    const { address } = await elb.balance();
    const reply = await ask(address);
    expect(reply.status).toBe(503);
    expect(reply.headers).toMatchObject({ server: 'awselb/2.0', 'content-type': 'text/html', connection: 'close' });
    expect(reply.body).toBe(
      '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n' +
        '<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n',
    );
  });

  test('gives requests to unhealthy targets where none is healthy', async () => {
    const { groupArn, address } = await elb.balance({ Matcher: { HttpCode: '299' } });
    await serve(A, () => 'a');
    await elb.register(groupArn, A, 'initial');
    await elb.advance(10_000);
    await eventually(async () => (await elb.health(groupArn))?.State === 'unhealthy');
    expect(await ask(address)).toMatchObject({ status: 200, body: 'a' });
  });
});

describe('a target that fails', () => {
  test('is not replaced by another within a request', async () => {
    const { groupArn, address } = await elb.balance();
    await serve(A, () => 'a');
    const dying = await serve(C, () => 'c');
    await elb.register(groupArn, A);
    await elb.register(groupArn, C);
    dying.close().closeAllConnections();
    const statuses = [await ask(address), await ask(address), await ask(address), await ask(address)].map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([200, 200, 502, 502]);
  });

  test.each([
    ['closes the connection without an answer', 502, ''],
    ['answers what is not HTTP', 502, 'hello\r\n\r\n'],
    ['answers with more than 32 KB of headers', 502, `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(33_000)}\r\n\r\n`],
    [
      'switches protocols unasked',
      502,
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
    ],
  ])('%s: %d', async (_does, status, bytes) => {
    const { groupArn, address } = await elb.balance();
    let requests = 0;
    await elb.serve(A.Id, A.Port, (request, response) => {
      if (request.url === '/health') return void response.end();
      requests++;
      request.socket.end(bytes);
    });
    await elb.register(groupArn, A);
    expect(await ask(address)).toMatchObject({ status, headers: { server: 'awselb/2.0' } });
    expect(requests).toBe(1);
  });

  test('breaks the answer off where it broke off itself', async () => {
    const { groupArn, address } = await elb.balance();
    await elb.serve(A.Id, A.Port, (request, response) => {
      if (request.url === '/health') return void response.end();
      response.writeHead(200, { 'Content-Length': '100' }).write('half', () => request.socket.destroy());
    });
    await elb.register(groupArn, A);
    await expect(ask(address)).rejects.toThrow('aborted');
  });

  test('closes a kept connection just as the next request goes out on it: 502, tried once', async () => {
    const { groupArn, address } = await elb.balance();
    const requestsOf = new Map<unknown, number>();
    await elb.serve(A.Id, A.Port, ({ url, socket }, response) => {
      if (url === '/health') return void response.end();
      const count = (requestsOf.get(socket) ?? 0) + 1;
      requestsOf.set(socket, count);
      if (count === 1) response.setHeader('Keep-Alive', 'timeout=1').end('first');
      else socket.destroy();
    });
    await elb.register(groupArn, A);
    expect(await ask(address)).toMatchObject({ status: 200, body: 'first' });
    expect(await ask(address)).toMatchObject({ status: 502 });
    expect([...requestsOf.values()]).toEqual([2]);
  });

  test('is out of reach behind its security group: 504 after ten seconds', async () => {
    const { groupArn, address } = await elb.balance();
    await serve(A, () => 'a');
    await elb.register(groupArn, A);
    elb.world.network.setFirewall((groups) => !groups.includes('sg-default'));
    let status = 0;
    const asked = ask(address).then((reply) => {
      status = reply.status;
    });
    await eventually(async () => (await elb.health(groupArn)) && inFlight(address));
    await elb.advance(9_900);
    expect(status).toBe(0);
    await elb.advance(200);
    await asked;
    expect(status).toBe(504);
  });
});

/** A second connection answered by the same server says that the first has been read. */
async function inFlight(address: Parameters<typeof ask>[0]): Promise<boolean> {
  return (await ask(address, { method: 'TRACE' })).status === 405;
}
