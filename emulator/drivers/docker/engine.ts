import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { ContainerError } from '../driver.ts';

/** The Docker Engine API on its unix socket. Paths carry no version, so the engine answers in its newest. */
export interface Engine {
  /** The answer's JSON. Rejects with a ContainerError that holds the engine's own message. */
  call<Output = unknown>(method: Method, path: string, body?: object): Promise<Output>;
  /** An answer that goes on, such as logs that are followed. */
  stream(method: Method, path: string, body?: object): Promise<IncomingMessage>;
}

type Method = 'GET' | 'POST' | 'DELETE';

/** What the engine refused. */
export class EngineError extends ContainerError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(`Error response from daemon: ${message}`);
    this.status = status;
  }
}

export function dockerEngine(socketPath: string): Engine {
  const stream = async (method: Method, path: string, body?: object): Promise<IncomingMessage> => {
    const response = await send(socketPath, method, path, body);
    const { statusCode = 500 } = response;
    if (statusCode < 400) return response;
    throw new EngineError(statusCode, messageIn(await textOf(response)));
  };
  return {
    stream,
    call: async <Output>(method: Method, path: string, body?: object): Promise<Output> => {
      const text = await textOf(await stream(method, path, body));
      return (text === '' ? undefined : JSON.parse(text)) as Output;
    },
  };
}

function send(socketPath: string, method: Method, path: string, body: object | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const text = body && JSON.stringify(body);
    const headers =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    // No agent: a container's logs keep their connection for as long as it runs.
    const sent = request({ socketPath, method, path, headers, agent: false }, resolve);
    sent.once('error', (error) =>
      reject(new ContainerError(`Cannot connect to the Docker daemon at unix://${socketPath}: ${error.message}`)),
    );
    sent.end(text);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function messageIn(text: string): string {
  try {
    return (JSON.parse(text) as { readonly message: string }).message;
  } catch {
    return text;
  }
}
