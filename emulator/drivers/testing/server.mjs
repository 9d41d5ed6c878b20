// Listens where PORT says, prints, and ends as the query of its START variable tells it to.
import { createServer } from 'node:http';

const mode = process.env['MODE'] ?? 'polite';
console.log(`mode ${mode}`);
console.error('to stderr');
if (mode === 'crash') process.exit(7);
process.on('SIGTERM', () => {
  console.log('got SIGTERM');
  if (mode !== 'stubborn') process.exit(0);
});
const server = createServer((_, response) => response.end(JSON.stringify(process.env)));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
