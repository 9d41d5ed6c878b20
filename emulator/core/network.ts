/**
 * Who listens where. All ports are loopback ports of this machine: the task driver publishes them, the load balancer's
 * data plane and its health checks look them up, EC2 says what security groups let through.
 */
export interface Address {
  readonly host: string;
  readonly port: number;
  /**
   * Of a task that runs as nothing: no socket is there, and this is the status that every request would be answered
   * with.
   */
  readonly answers?: number;
}

/** Where something listens: an instance, by its id, or an address of a VPC, as `hostAt` names it. */
export type Host = string;

/** Addresses are unique in their VPC only. */
export const hostAt = (vpcId: string, privateIp: string): Host => `${vpcId}/${privateIp}`;

export interface Network {
  /** Says that a container listens on this port; the returned function takes it back. */
  publish(host: Host, port: number, address: Address): () => void;
  /** undefined: nothing listens there, a connection is refused. */
  lookup(host: Host, port: number): Address | undefined;
  /** Whether packets from members of these groups reach the port; where not, a connection times out. */
  admits(fromSecurityGroups: readonly string[], host: Host, port: number): boolean;
  /** EC2 installs its judgement; before that everything is admitted. */
  setFirewall(admits: Network['admits']): void;
}

export function createNetwork(): Network {
  const listeners = new Map<string, Address>();
  let firewall: Network['admits'] = () => true;
  return {
    publish: (host, port, address) => {
      const key = `${host}:${port}`;
      listeners.set(key, address);
      return () => {
        if (listeners.get(key) === address) listeners.delete(key);
      };
    },
    lookup: (host, port) => listeners.get(`${host}:${port}`),
    admits: (from, host, port) => firewall(from, host, port),
    setFirewall: (admits) => {
      firewall = admits;
    },
  };
}
