import type { AddressInfo } from 'node:net';
import { seededRandom } from '../../../core/random.ts';
import type { ListenerAddress, World } from '../../../core/world.ts';
import type { Listener, Store } from '../store.ts';
import type { Plane } from './exchange.ts';
import type { ListenerServer } from './server.ts';
import { createListenerServer } from './server.ts';

/** The sockets that stand for listeners of active load balancers, on ephemeral ports of the loopback interface. */
export interface DataPlane {
  /** HTTPS would need a certificate's private key: such a listener exists in the API only and gets no socket. */
  open(listener: Listener): Promise<void>;
  /** Ends the client's connections too. */
  close(listener: Listener): Promise<void>;
  addresses(): ListenerAddress[];
  stop(): Promise<void>;
}

export function createDataPlane(world: World, store: Store): DataPlane {
  const plane: Plane = { world, store, random: seededRandom(Math.floor(world.random.next() * 2 ** 32)) };
  const servers = new Map<Listener, ListenerServer>();

  const close = async (listener: Listener): Promise<void> => {
    const server = servers.get(listener);
    servers.delete(listener);
    await server?.close();
  };

  return {
    open: (listener) => {
      if (listener.protocol !== 'HTTP' || servers.has(listener)) return Promise.resolve();
      const server = createListenerServer(plane, listener);
      servers.set(listener, server);
      return new Promise((resolve, reject) => {
        server.http.once('error', reject).listen(0, '127.0.0.1', resolve);
      });
    },
    close,
    addresses: () =>
      [...servers].flatMap(([{ port, loadBalancer }, { http }]) => {
        const bound = http.address() as AddressInfo | null;
        return bound
          ? [{ dnsName: loadBalancer.dnsName, port, address: { host: bound.address, port: bound.port } }]
          : [];
      }),
    stop: async () => {
      await Promise.all([...servers.keys()].map(close));
    },
  };
}
