/** A request that was not answered as expected while a service was deployed. */
export interface LostRequest {
  /** When it was sent; milliseconds since the epoch. */
  readonly at: number;
  /** What came instead: `answered 502 instead of 200: a target refused or broke the connection`. */
  readonly message: string;
  /** Who answered, `ADDRESS:PORT`; undefined where nobody did. */
  readonly address: string | undefined;
  /**
   * Whether it got as far as the load balancer's name; a name that the client could not resolve says nothing of the
   * service.
   */
  readonly isSent: boolean;
}

/** What the requests of a deployment's watch have met. */
export interface Continuity {
  readonly requests: number;
  /** The lost requests in the order in which they were sent. */
  readonly lost: readonly LostRequest[];
}

/** Lines of evidence are for people: beyond so many requests only their number is told. */
const TOLD = 20;

/** Why the deployment counts as an interruption; undefined where no more requests than `maxFailures` were lost. */
export function interruption({ requests, lost }: Continuity, maxFailures: number): string | undefined {
  const { length } = lost.filter(({ isSent }) => isSent);
  if (length <= maxFailures) return undefined;
  const allowed = maxFailures > 0 ? `, and verify.maxFailures allows ${maxFailures}` : '';
  return `${length} of ${requests} requests through the load balancer were lost during the deployment${allowed}`;
}

/** Every request that was lost, whether or not it decides. */
export function lostRequestLines({ lost }: Continuity): readonly string[] {
  const lines = lost.slice(0, TOLD).map(lostRequestText);
  return lost.length > TOLD
    ? [...lines, `${lost.length - TOLD} more requests were lost; the log has them all.`]
    : lines;
}

/** Describes a lost request with its time and, where somebody answered, who. */
export function lostRequestText({ at, message, address }: LostRequest): string {
  return `${new Date(at).toISOString()} ${message}${address ? ` (${address})` : ''}`;
}
