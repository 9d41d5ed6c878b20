import { ToolkitError } from '../../model/errors.ts';

interface Endpoint {
  readonly host: string;
  readonly port: number;
}

const FORM = /^([^:[\]]*|\[[^\]]+\]):(\d*):([^:[\]]*|\[[^\]]+\]):(\d*)$/;

/**
 * Where to connect for `host:port` under `rule`, which has the meaning of curl's --connect-to: HOST1:PORT1:HOST2:PORT2,
 * an empty first half matches anything, an empty second half keeps what was asked for. Throws INPUT_INVALID.
 */
export function connectTo(rule: string | undefined, host: string, port: number): Endpoint {
  if (!rule) return { host, port };
  const [fromHost = '', fromPort = '', toHost = '', toPort = ''] = parts(rule);
  const matches =
    (!fromHost || fromHost.toLowerCase() === host.toLowerCase()) && (!fromPort || Number(fromPort) === port);
  return matches ? { host: toHost || host, port: toPort ? Number(toPort) : port } : { host, port };
}

/** Throws INPUT_INVALID where a rule is given that `connectTo` cannot read. */
export function checkConnectTo(rule: string): void {
  if (rule) parts(rule);
}

function parts(rule: string): readonly string[] {
  const match = FORM.exec(rule);
  if (match) return match.slice(1).map((part) => part.replace(/^\[|\]$/g, ''));
  throw new ToolkitError('INPUT_INVALID', `Input connect-to is ${JSON.stringify(rule)}.`, {
    hint: 'Give HOST:PORT:ADDRESS:PORT, e.g. web.example.com:80:127.0.0.1:8080.',
  });
}
