import { Agent } from 'node:http';

/**
 * How long an idle connection to a target is kept. Real milliseconds at every time scale: whether the target closes it
 * earlier is up to a real process, and a target that does has to show the 502 that it causes on AWS.
 */
const IDLE_REAL_MS = 60_000;

/**
 * Keeps connections to one target. Node's own agent heeds the target's `Keep-Alive: timeout` and drops a connection
 * just before the target does, which a load balancer does not: it would hide a keep-alive shorter than the idle
 * timeout.
 */
class TargetAgent extends Agent {
  constructor() {
    super({ keepAlive: true, timeout: IDLE_REAL_MS });
  }

  override keepSocketAlive(): boolean {
    return true;
  }
}

export interface TargetConnections {
  readonly agent: Agent;
  /** Requests and upgraded connections under way. */
  inFlight(): number;
  /** Counts one more; `cut` is called when it must not go on. The returned function ends the count. */
  begin(cut: () => void): () => void;
  /** Ends all of them and closes every connection. */
  cut(): void;
}

export function createTargetConnections(): TargetConnections {
  const agent = new TargetAgent();
  const underWay = new Set<() => void>();
  return {
    agent,
    inFlight: () => underWay.size,
    begin: (cut) => {
      underWay.add(cut);
      return () => void underWay.delete(cut);
    },
    cut: () => {
      for (const cut of [...underWay]) cut();
      underWay.clear();
      agent.destroy();
    },
  };
}
