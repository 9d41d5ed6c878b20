/** Header lines as Node has them on the wire: name, value, name, value. */
export type RawHeaders = readonly string[];

/** Those that concern one connection only (RFC 9110 §7.6.1); Expect is answered by the load balancer itself. */
const HOP_BY_HOP = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const REPLACED = new Set(['host', 'x-forwarded-for', 'x-forwarded-port', 'x-forwarded-proto', 'x-amzn-trace-id']);

export interface ForwardedFacts {
  readonly host: string;
  readonly clientAddress: string;
  readonly clientPort: number;
  readonly listenerPort: number;
  readonly traceId: string;
  readonly forwardedFor: 'append' | 'preserve' | 'remove';
  readonly withClientPort: boolean;
  readonly dropInvalid: boolean;
  readonly websocket: boolean;
}

export function* pairs(raw: RawHeaders): Generator<readonly [name: string, value: string]> {
  for (let i = 0; i + 1 < raw.length; i += 2) yield [raw[i] ?? '', raw[i + 1] ?? ''];
}

/** The header lines that a target gets. Source: "HTTP headers and Application Load Balancers". */
export function requestHeaders(method: string, raw: RawHeaders, facts: ForwardedFacts): string[] {
  const forwardedFor: string[] = [];
  const lines = ['Host', facts.host];
  const dropped = connectionOptions(raw);
  let framed = false;
  for (const [name, value] of pairs(raw)) {
    const key = name.toLowerCase();
    if (key === 'x-forwarded-for') forwardedFor.push(value);
    if (key === 'transfer-encoding') lines.push('Transfer-Encoding', 'chunked');
    framed ||= key === 'transfer-encoding' || key === 'content-length';
    if (HOP_BY_HOP.has(key) || REPLACED.has(key) || dropped.has(key)) continue;
    if (facts.dropInvalid && !/^[A-Za-z0-9-]+$/.test(name)) continue;
    lines.push(name, value);
  }
  // Without it Node would announce a chunked body where there is none.
  if (!framed && !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method)) lines.push('Content-Length', '0');
  if (facts.websocket) lines.push('Connection', 'Upgrade', 'Upgrade', 'websocket');
  return [...lines, ...forwardedHeaders(forwardedFor, facts)];
}

function forwardedHeaders(received: readonly string[], facts: ForwardedFacts): string[] {
  const client = facts.withClientPort ? `${facts.clientAddress}:${facts.clientPort}` : facts.clientAddress;
  const hops = facts.forwardedFor === 'append' ? [...received, client] : received;
  return [
    ...(facts.forwardedFor === 'remove' || hops.length === 0 ? [] : ['X-Forwarded-For', hops.join(', ')]),
    ...['X-Forwarded-Proto', 'http', 'X-Forwarded-Port', String(facts.listenerPort)],
    ...['X-Amzn-Trace-Id', facts.traceId],
  ];
}

/** The header lines that a client gets of a target's answer; the body's framing is left to Node. */
export function responseHeaders(raw: RawHeaders, connection: 'keep-alive' | 'close', added: RawHeaders): string[] {
  const lines: string[] = [];
  const dropped = connectionOptions(raw);
  for (const [name, value] of pairs(raw)) {
    const key = name.toLowerCase();
    if (!HOP_BY_HOP.has(key) && !dropped.has(key)) lines.push(name, value);
  }
  return [...lines, 'Connection', connection, ...added];
}

function connectionOptions(raw: RawHeaders): Set<string> {
  const options = new Set<string>();
  for (const [name, value] of pairs(raw))
    if (name.toLowerCase() === 'connection')
      for (const option of value.split(',')) options.add(option.trim().toLowerCase());
  return options;
}

/**
 * The Host that targets see: ALB adds the listener's port where it is not the protocol's own, unless told to preserve.
 */
export function targetHost(host: string, listenerPort: number, preserve: boolean): string {
  return preserve || listenerPort === 80 || /:\d+$/.test(host) ? host : `${host}:${listenerPort}`;
}
