import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type FakeRequest, graphql, ROUTES } from './routes.ts';
import { emptyRepository, type RepositoryState, type Token } from './state.ts';

export const OWNER = 'acme';
export const REPO = 'shop';

/** What goes wrong with the next requests that match. */
export interface Fault {
  /** Tested against `METHOD /path`. */
  readonly match: RegExp;
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How often; once where not given. */
  readonly times?: number;
  /** Done nevertheless, and only the answer is lost. */
  readonly isDone?: boolean;
}

export interface FakeGitHub {
  readonly url: string;
  readonly state: RepositoryState;
  /** `METHOD /path` of every request so far, writes and reads. */
  readonly requests: readonly string[];
  fail(fault: Fault): void;
  stop(): Promise<void>;
}

/**
 * GitHub's REST and GraphQL on loopback, for one repository, as far as the toolkit asks it. What it does not know is an
 * error.
 */
export async function startFakeGitHub(): Promise<FakeGitHub> {
  const state = emptyRepository();
  const requests: string[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  const server = createServer((incoming, response) => {
    answer(incoming, response, { state, requests, faults }).catch((error: unknown) => {
      response.writeHead(500).end(JSON.stringify({ message: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    requests,
    fail: (fault) => faults.push({ fault, left: fault.times ?? 1 }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface World {
  readonly state: RepositoryState;
  readonly requests: string[];
  readonly faults: { fault: Fault; left: number }[];
}

async function answer(incoming: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
  const method = incoming.method ?? 'GET';
  const path = decodeURIComponent(url.pathname).replace(`/repos/${OWNER}/${REPO}`, '');
  world.requests.push(`${method} ${path}`);
  const planted = world.faults.find(({ fault, left }) => left > 0 && fault.match.test(`${method} ${path}`));
  if (planted) planted.left -= 1;
  const token = world.state.tokens.get((incoming.headers.authorization ?? '').replace(/^(token|bearer) /i, ''));
  const found = (): Answer =>
    route({ method, path, query: url.searchParams, body, token: token ?? NOBODY }, world.state);
  if (planted) {
    if (planted.fault.isDone) found();
    send(
      response,
      { status: planted.fault.status, body: { message: planted.fault.message ?? 'planted' } },
      planted.fault.headers,
    );
    return;
  }
  if (!token) return send(response, { status: 401, body: { message: 'Bad credentials' } });
  const reply = found();
  if (!reply.isPaged) return send(response, reply);
  const { part, link } = pageOf(reply.body as readonly unknown[], url);
  send(response, { ...reply, body: part }, link ? { link } : {});
}

const NOBODY: Token = { login: '', permissions: {} };

function route(request: FakeRequest, state: RepositoryState): Answer {
  const { method, path, token } = request;
  if (path === '/graphql') return graphql(state, request);
  for (const { method: verb, path: pattern, scopes, answer } of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null;
    if (!match) continue;
    const granted = scopes.map((scope) => token.permissions[scope]);
    const isAllowed = granted.some((each) => each === 'write' || (method === 'GET' && each === 'read'));
    if (!isAllowed) return { status: 403, body: { message: 'Resource not accessible by integration' } };
    return answer(state, request, match.slice(1));
  }
  return { status: 501, body: { message: `The fake does not know ${method} ${path}.` } };
}

function pageOf(all: readonly unknown[], url: URL): { readonly part: readonly unknown[]; readonly link: string } {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const page = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  return {
    part: all.slice((page - 1) * size, page * size),
    link: page * size < all.length ? `<${next}>; rel="next"` : '',
  };
}

function send(
  response: ServerResponse,
  { status, body }: Answer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body));
}
