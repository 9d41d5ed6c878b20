import { createServer } from 'node:http';

const [, , image] = process.argv;
createServer((_, response) => response.end(image)).listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
