import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface EngineRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface EngineAnswer {
  readonly status?: number;
  readonly body?: object | Buffer;
}

export interface FakeEngine {
  readonly socketPath: string;
  readonly requests: readonly EngineRequest[];
  close(): Promise<void>;
}

/** Speaks HTTP on a unix socket as Docker's engine does; what it says is the test's affair, keyed by `METHOD /path`. */
export async function openFakeEngine(answers: Readonly<Record<string, EngineAnswer>>): Promise<FakeEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const socketPath = join(folder, 'docker.sock');
  const requests: EngineRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const [path = '', query = ''] = (request.url ?? '').split('?');
    requests.push({
      method: request.method ?? '',
      path: query === '' ? path : `${path}?${query}`,
      body: text === '' ? undefined : JSON.parse(text),
    });
    const { status = 200, body = {} } = answers[`${request.method} ${path}`] ?? {
      status: 404,
      body: { message: `page not found: ${request.method} ${path}` },
    };
    response.writeHead(status).end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    socketPath,
    requests,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      rmSync(folder, { recursive: true });
    },
  };
}
