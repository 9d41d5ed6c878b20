import { Agent, request as sendRequest } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Address } from '../../../core/network.ts';
import { ask, eventually } from '../testing/client.ts';
import type { TestElb } from '../testing/elb.ts';
import { createTestElb } from '../testing/elb.ts';

const A = { Id: 'i-0000000a', Port: 32_768 };

let elb: TestElb;
const sockets: Duplex[] = [];
beforeEach(() => {
  elb = createTestElb();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await elb.stop();
});

/** A bare connection: `send` writes, `received` waits until the pattern has come. */
function open({ host, port }: Address) {
  const socket = connect(port, host);
  sockets.push(socket);
  let text = '';
  let closed = false;
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  socket
    .on('error', () => {})
    .on('close', () => {
      closed = true;
    });
  return {
    text: () => text,
    reset: () => void socket.resetAndDestroy(),
    send: (bytes: string) => void socket.write(bytes),
    received: (pattern: RegExp) => eventually(() => pattern.exec(text)),
    closed: () => eventually(() => closed),
  };
}

describe('a client that keeps its connection', () => {
  test('keeps it while targets come and go and errors happen', async () => {
    const { groupArn, address } = await elb.balance();
    const client = open(address);
    client.send('GET /1 HTTP/1.1\r\nHost: x\r\n\r\n');
    await client.received(/503 Service.*Connection: keep-alive.*<\/html>/s);
    const server = await elb.serve(A.Id, A.Port, ({ url }, response) => void response.end(`answer ${url}`));
    await elb.register(groupArn, A);
    client.send('GET /2 HTTP/1.1\r\nHost: x\r\n\r\n');
    await client.received(/answer \/2/);
    server.close().closeAllConnections();
    client.send('GET /3 HTTP/1.1\r\nHost: x\r\n\r\n');
    await client.received(/502 Bad Gateway/);
  });

  test('is told nothing of how long it may be idle', async () => {
    const { groupArn, address } = await elb.balance();
    await elb.serve(A.Id, A.Port, (_request, response) => void response.end('answer'));
    await elb.register(groupArn, A);
    const agent = new Agent({ keepAlive: true });
    const headers = await new Promise((resolve) => {
      sendRequest({ ...address, agent }, (response) => resolve(response.resume().headers)).end();
    });
    agent.destroy();
    expect(headers).toMatchObject({ connection: 'keep-alive' });
    expect(headers).not.toHaveProperty('keep-alive');
  });
});

describe('streaming', () => {
  test('goes both ways as it comes', async () => {
    const { groupArn, address } = await elb.balance();
    await elb.serve(A.Id, A.Port, (request, response) => {
      if (request.url === '/health') return void response.end();
      request.on('data', (chunk) => response.write(`<${chunk}>`)).on('end', () => response.end());
    });
    await elb.register(groupArn, A);
    const client = open(address);
    client.send('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n');
    await client.received(/<one>/);
    client.send('3\r\ntwo\r\n0\r\n\r\n');
    await client.received(/<two>.*0\r\n\r\n$/s);
  });

  test('begins when the load balancer says 100 Continue, of which the target hears nothing', async () => {
    const { groupArn, address } = await elb.balance();
    await elb.serve(A.Id, A.Port, ({ headers }, response) => void response.end(`expect ${headers.expect}`));
    await elb.register(groupArn, A);
    const client = open(address);
    client.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n');
    await client.received(/^HTTP\/1.1 100 Continue/);
    client.send('ok');
    await client.received(/expect undefined/);
  });

  test('ends for the target when the client leaves', async () => {
    const { groupArn, address } = await elb.balance();
    let left = false;
    let reached = false;
    await elb.serve(A.Id, A.Port, (request, response) => {
      if (request.url === '/health') return void response.end();
      reached = true;
      response.on('close', () => {
        left = true;
      });
    });
    await elb.register(groupArn, A);
    open(address).send('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await eventually(() => reached);
    sockets.at(-1)?.destroy();
    await eventually(() => left);
  });
});

describe('a WebSocket', () => {
  const HANDSHAKE = 'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

  async function echoing() {
    const balanced = await elb.balance();
    const server = await elb.serve(
      A.Id,
      A.Port,
      (_request, response) => void response.writeHead(200).end('no upgrade'),
    );
    server.on('upgrade', ({ headers }, socket) => {
      sockets.push(socket);
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX-For: ${headers['x-forwarded-for']}\r\n\r\n`,
      );
      socket.on('error', () => {}).pipe(socket);
    });
    await elb.register(balanced.groupArn, A);
    return { ...balanced, server };
  }

  test('is passed through', async () => {
    const { address } = await echoing();
    const client = open(address);
    client.send(HANDSHAKE);
    await client.received(/^HTTP\/1.1 101 .*X-For: 127.0.0.1/s);
    client.send('ping');
    await client.received(/ping$/);
  });

  test('is cut when its target has drained', async () => {
    const { address, groupArn } = await echoing();
    const client = open(address);
    client.send(`${HANDSHAKE}early`);
    await client.received(/early$/);
    await elb.call('DeregisterTargets', { TargetGroupArn: groupArn, Targets: [A] });
    await elb.advance(299_000);
    client.send('late');
    await client.received(/late$/);
    await elb.advance(1_100);
    await client.closed();
  });

  test('ends with its listener', async () => {
    const { address, listenerArn } = await echoing();
    const client = open(address);
    client.send(HANDSHAKE);
    await client.received(/^HTTP\/1.1 101 /);
    await elb.call('DeleteListener', { ListenerArn: listenerArn });
    await client.closed();
  });

  test('whose client resets the connection troubles nobody', async () => {
    const { address, server } = await echoing();
    let handshakes = 0;
    server.removeAllListeners('upgrade').on('upgrade', (_request, socket) => {
      handshakes++;
      sockets.push(socket.on('error', () => {}));
    });
    const client = open(address);
    client.send(HANDSHAKE);
    await eventually(() => handshakes === 1);
    client.reset();
    await client.closed();
    expect(await ask(address)).toMatchObject({ status: 200 });
  });

  test('that the target declines is an ordinary answer', async () => {
    const { address, server } = await echoing();
    server.removeAllListeners('upgrade');
    const client = open(address);
    client.send(HANDSHAKE);
    await client.received(/^HTTP\/1.1 200 OK.*no upgrade/s);
    await client.closed();
  });

  test('without a target is a 503', async () => {
    const { address } = await elb.balance();
    const client = open(address);
    client.send(HANDSHAKE);
    await client.received(/^HTTP\/1.1 503 /);
    await client.closed();
  });

  test('is the only upgrade: others are requests without it', async () => {
    const { address } = await echoing();
    const reply = await ask(address, { headers: { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c' } });
    expect(reply.body).toBe('no upgrade');
  });
});

describe('the idle timeout', () => {
  /** Accelerated a thousand times: a timeout of 500 seconds takes half a second. */
  async function silent() {
    elb = createTestElb({ scale: 1_000 });
    const balanced = await elb.balance();
    await elb.call('ModifyLoadBalancerAttributes', {
      LoadBalancerArn: balanced.loadBalancerArn,
      Attributes: [{ Key: 'idle_timeout.timeout_seconds', Value: '500' }],
    });
    await elb.serve(A.Id, A.Port, (request, response) => {
      if (request.url === '/health') return void response.end();
      if (request.url === '/half') response.write('half');
    });
    await elb.register(balanced.groupArn, A);
    return balanced;
  }

  test('ends a request that the target does not answer: 504', async () => {
    const { address } = await silent();
    expect(await ask(address)).toMatchObject({ status: 504, headers: { server: 'awselb/2.0' } });
  });

  test('breaks off an answer that stands still', async () => {
    const { address } = await silent();
    await expect(ask(address, { path: '/half' })).rejects.toThrow('aborted');
  });

  test('ends a request that the client does not complete: 408', async () => {
    const { address } = await silent();
    const client = open(address);
    client.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf');
    await client.received(/^HTTP\/1.1 408 Request Time-out/);
  });

  test('closes a connection on which nothing is asked', async () => {
    const { address } = await silent();
    await open(address).closed();
  });
});

test('a client that security groups keep out hears nothing', async () => {
  const { address, loadBalancerArn } = await elb.balance();
  await elb.call('SetSecurityGroups', { LoadBalancerArn: loadBalancerArn, SecurityGroups: ['sg-closed'] });
  const before = elb.groupQuestions();
  const client = open(address);
  client.send('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await eventually(() => elb.groupQuestions() > before);
  await elb.advance(5_000);
  await elb.call('SetSecurityGroups', { LoadBalancerArn: loadBalancerArn, SecurityGroups: ['sg-open'] });
  expect(await ask(address)).toMatchObject({ status: 503 });
  expect(client.text()).toBe('');
});

describe('a request that no rule sees', () => {
  test.each([
    ['is no HTTP', 'nonsense\r\n\r\n', 400],
    ['has no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['has more than 16 KB of URL', `GET /${'x'.repeat(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 414],
    ['has more than 16 KB in a header', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`, 400],
    [
      'has more than 64 KB of headers',
      `GET / HTTP/1.1\r\nHost: x\r\n${`X: ${'x'.repeat(16_000)}\r\n`.repeat(5)}\r\n`,
      400,
    ],
    ['is a TRACE', 'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n', 405],
    ['has come over 30 hops', `GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${'192.0.2.1, '.repeat(31)}\r\n\r\n`, 463],
  ])('because it %s', async (_why, bytes, status) => {
    const { address } = await elb.balance();
    const client = open(address);
    client.send(bytes);
    await client.received(new RegExp(`^HTTP/1.1 ${status} .*Server: awselb/2.0.*</html>`, 's'));
  });
});
