import type { Address } from '../core/network.ts';

/**
 * The environment variables by which a container finds another over a Docker link. The address and the port are those
 * of loopback, since every container of this machine shares it; the variables' names hold the container port, as
 * Docker's do.
 */
export function linkVariables(
  alias: string,
  owner: string,
  addresses: ReadonlyMap<number, Address>,
): Record<string, string> {
  const prefix = alias.toUpperCase().replaceAll('-', '_');
  const variables: Record<string, string> = { [`${prefix}_NAME`]: `/${owner}/${alias}` };
  const ports = [...addresses].sort(([a], [b]) => a - b);
  for (const [containerPort, { host, port }] of ports) {
    const url = `tcp://${host}:${port}`;
    variables[`${prefix}_PORT`] ??= url;
    variables[`${prefix}_PORT_${containerPort}_TCP`] = url;
    variables[`${prefix}_PORT_${containerPort}_TCP_ADDR`] = host;
    variables[`${prefix}_PORT_${containerPort}_TCP_PORT`] = String(port);
    variables[`${prefix}_PORT_${containerPort}_TCP_PROTO`] = 'tcp';
  }
  return variables;
}
