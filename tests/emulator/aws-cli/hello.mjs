import { createServer } from 'node:http';

const server = createServer((_, response) => response.end('hello from a container\n'));
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
