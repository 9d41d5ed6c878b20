/**
 * Linux's range for dynamic ports, from which Docker takes the next free one (/proc/sys/net/ipv4/ip_local_port_range).
 */
const FIRST = 32_768;
const LAST = 60_999;

/** Host ports that no task gets: SSH, Docker's API, the agent's introspection and credentials. */
export const RESERVED_PORTS: readonly number[] = [22, 2375, 2376, 51_678, 51_679, 51_680];

/** The next dynamic host port at or after `from`. */
export function nextDynamicPort(from: number, used: ReadonlySet<number>): number {
  for (let offset = 0; offset <= LAST - FIRST; offset++) {
    const port = FIRST + ((Math.max(from, FIRST) - FIRST + offset) % (LAST - FIRST + 1));
    if (!used.has(port)) return port;
  }
  throw new Error('all dynamic host ports of the instance are taken');
}
