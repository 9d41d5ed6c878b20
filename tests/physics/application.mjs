// Listens where PORT says. Slow where the request asks for it (`?delay-ms=`); what STATUS says, where that is set; deaf
// to SIGTERM where DEAF is set.
import { createServer } from 'node:http';

const status = Number(process.env['STATUS'] ?? 200);
const server = createServer((request, response) => {
  const delay = Number(new URL(request.url ?? '/', 'http://application').searchParams.get('delay-ms') ?? 0);
  setTimeout(() => response.writeHead(status).end(process.env['VERSION'] ?? 'v1'), delay);
});
// Longer than the load balancer keeps idle connections.
server.keepAliveTimeout = 75_000;
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => {
  if (process.env['DEAF']) return;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
