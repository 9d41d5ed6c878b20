/**
 * Who listens where. Every instance's ports are loopback ports of this machine: the task driver publishes them, the load
 * balancer's data plane and its health checks look them up, EC2 says what security groups let through.
 */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** Of a task that runs as nothing: no socket is there, and this is the status that every request would be answered with. */
  readonly answers?: number;
}

export interface Network {
  /** Says that a container listens on this port of the instance; the returned function takes it back. */
  publish(instanceId: string, port: number, address: Address): () => void;
  /** undefined: nothing listens there, a connection is refused. */
  lookup(instanceId: string, port: number): Address | undefined;
  /** Whether packets from members of these groups reach the port; where not, a connection times out. */
  admits(fromSecurityGroups: readonly string[], instanceId: string, port: number): boolean;
  /** EC2 installs its judgement; before that everything is admitted. */
  setFirewall(admits: Network['admits']): void;
}

export function createNetwork(): Network {
  const listeners = new Map<string, Address>();
  let firewall: Network['admits'] = () => true;
  return {
    publish: (instanceId, port, address) => {
      const key = `${instanceId}:${port}`;
      listeners.set(key, address);
      return () => {
        if (listeners.get(key) === address) listeners.delete(key);
      };
    },
    lookup: (instanceId, port) => listeners.get(`${instanceId}:${port}`),
    admits: (from, instanceId, port) => firewall(from, instanceId, port),
    setFirewall: (admits) => {
      firewall = admits;
    },
  };
}
