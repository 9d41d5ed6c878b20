// Stand-in for an Nginx image in front of a linked container: passes every request on to the address in Docker's link
// variables. usage: reverse-proxy.mjs --upstream ALIAS
import { Agent, createServer, request as send } from 'node:http';
import { pipeline } from 'node:stream';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { upstream: { type: 'string', default: 'app' } } });
const alias = values.upstream.toUpperCase().replaceAll('-', '_');
const linked = Object.keys(process.env).find((name) => new RegExp(`^${alias}_PORT_\\d+_TCP_ADDR$`).test(name));
const hostname = process.env[linked ?? ''];
const port = process.env[(linked ?? '').replace(/ADDR$/, 'PORT')];
if (!hostname || !port) {
  console.error(`host not found in upstream "${values.upstream}"`);
  process.exit(1);
}

const agent = new Agent({ keepAlive: true });
const server = createServer((request, response) => {
  const upstream = send({ hostname, port, path: request.url, method: request.method, headers: request.headers, agent });
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    pipeline(answer, response, () => {});
  });
  upstream.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'content-type': 'text/plain' }).end('502 Bad Gateway\n');
  });
  pipeline(request, upstream, () => {});
});

server.keepAliveTimeout = 75_000;
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(`passes on to ${hostname}:${port}`));
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
