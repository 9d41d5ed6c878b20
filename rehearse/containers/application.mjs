// Stand-in for an application image: answers with its version, slowly or at the cost of CPU where the request asks for
// it. usage: application.mjs --version v1 [--header x-app-version] [--fails-health-checks | --crashes |
// --needs-database | --starts-after-ms N]
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    version: { type: 'string', default: 'v1' },
    header: { type: 'string', default: 'x-app-version' },
    'fails-health-checks': { type: 'boolean', default: false },
    crashes: { type: 'boolean', default: false },
    'needs-database': { type: 'boolean', default: false },
    'starts-after-ms': { type: 'string', default: '0' },
  },
});

if (values.crashes) {
  console.error(`${values.version} cannot start: environment variable DATABASE_URL is not set`);
  process.exit(1);
}

if (values['needs-database']) {
  const [host, port] = (process.env.DATABASE ?? '').split(':');
  try {
    const socket = connect({ host, port: Number(port) });
    await once(socket, 'connect');
    socket.destroy();
  } catch (error) {
    console.error(`${values.version} cannot reach its database: ${error.message}`);
    process.exit(3);
  }
}
await pause(Number(values['starts-after-ms']));

const server = createServer((request, response) => {
  const query = new URL(request.url ?? '/', 'http://application').searchParams;
  burn(Number(query.get('burn-ms') ?? 0));
  const answer = () => {
    response.writeHead(values['fails-health-checks'] ? 503 : 200, {
      'content-type': 'text/plain',
      [values.header]: values.version,
    });
    response.end(`${values.version}\n`);
  };
  const delay = Number(query.get('delay-ms') ?? 0);
  if (delay > 0) setTimeout(answer, delay);
  else answer();
});

function burn(ms) {
  const start = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  while (spent() < ms);
}

// Longer than the load balancer's idle timeout, or it would send requests into connections that are being closed.
server.keepAliveTimeout = 75_000;
server.listen(Number(process.env.PORT), '127.0.0.1', () =>
  console.log(`${values.version} listens on ${process.env.PORT}`),
);
process.on('SIGTERM', () => {
  console.log(`${values.version} got SIGTERM`);
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
