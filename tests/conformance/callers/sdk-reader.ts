import { Readable } from 'node:stream';
import type { ServiceName } from '../../../emulator/core/world.ts';
import { clientOptions } from '../../../emulator/http/testing.ts';
import { openEnvelope } from '../../../emulator/protocol/identify.ts';
import type { Protocol, WireRequest, WireResponse } from '../../../emulator/protocol/wire.ts';
import type { Reader } from '../witnesses/shapes.ts';
import type { Client } from './sdk.ts';
import { sdkOf, sent } from './sdk.ts';

/**
 * The SDK's deserialisers: its clients, with answers put in the place of what would go over the network. One read at a
 * time.
 */
export function sdkReader(): Reader {
  let next: (protocol: Protocol) => WireResponse;
  const requestHandler = {
    handle: async (request: Omit<WireRequest, 'query' | 'body'> & { readonly body?: string | Uint8Array }) => {
      const body = typeof request.body === 'string' ? Buffer.from(request.body) : new Uint8Array(request.body ?? []);
      const { status, headers, body: answer } = next(openEnvelope({ ...request, query: '', body }).protocol);
      return { response: { statusCode: status, headers, body: Readable.from([Buffer.from(answer)]) } };
    },
  };
  const clients = new Map<ServiceName, Client>();
  return {
    read: async (service, operation, write) => {
      const sdk = await sdkOf(service);
      const client = clients.get(service) ?? sdk.client({ ...clientOptions('http://127.0.0.1:9'), requestHandler });
      clients.set(service, client);
      next = write;
      return sent(client, sdk.command(operation, {}));
    },
  };
}
