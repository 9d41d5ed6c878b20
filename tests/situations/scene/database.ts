import { createServer, type Server } from 'node:net';
import type { ServiceFiles } from '../stage/config.ts';

/** What images of the kind `late` cannot start without: something that takes connections. */
export interface Database {
  /** Tells the container where it is. */
  edit(files: ServiceFiles): void;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Has a port, and does not take connections yet. */
export async function reserveDatabase(): Promise<Database> {
  let server = createServer();
  const port = await listen(server, 0);
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  await close();
  return {
    edit: ({ container }) => {
      container['environment'] = [{ name: 'DATABASE', value: `127.0.0.1:${port}` }];
    },
    open: async () => {
      server = createServer((socket) => socket.destroy());
      await listen(server, port);
    },
    close,
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
