import { Agent, request as send } from 'node:http';

export interface Traffic {
  readonly requests: number;
  /** Not answered with 200: refused, cut, timed out, or another status. */
  readonly failed: number;
  /** Answers by the version that the application marks them with; `none` without a mark. */
  readonly byVersion: Readonly<Record<string, number>>;
  /** What failed, by kind, e.g. `502` or `ECONNRESET`. */
  readonly failures: Readonly<Record<string, number>>;
}

export interface FailedRequest {
  readonly kind: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface LoadOptions {
  readonly host: string;
  readonly port: number;
  readonly hostHeader: string;
  readonly path: string;
  readonly versionHeader: string;
  readonly perSecond: number;
  /**
   * One request in so many is a slow one, at a place that moves: in step with round robin it would always hit the same
   * target.
   */
  readonly slowEvery: number;
  readonly slowMs: number;
  /** How long an unused connection is kept: less than the load balancer's idle timeout, or requests meet its end. */
  readonly idleMs: number;
}

export interface Load {
  traffic(): Traffic;
  /** The first hundred, in their order. */
  readonly failed: readonly FailedRequest[];
  /** CPU that requests cost the application from now on: so many a second, each so many milliseconds. 0 ends it. */
  burn(perSecond: number, ms: number): void;
  /** Goes on until so many requests have been sent. */
  reach(requests: number): Promise<void>;
  stop(): Promise<Traffic>;
}

const TIMEOUT_MS = 10_000;
const KEPT_FAILURES = 100;
/** Costly requests under way at once: on a busy machine they get fewer rather than bury everything under a queue. */
const MOST_BURNING = 6;

/**
 * Sends at a constant rate whatever the answers do (open loop): a stalled server gets as many requests as a fast one.
 * The connections are kept alive, as browsers and other load balancers keep theirs.
 */
export function startLoad(options: LoadOptions): Load {
  const agent = new Agent({ keepAlive: true, timeout: options.idleMs });
  const byVersion: Record<string, number> = {};
  const failures: Record<string, number> = {};
  let requests = 0;
  let failed = 0;
  const kept: FailedRequest[] = [];
  const open = new Set<Promise<void>>();

  const fail = (kind: string): void => {
    failed += 1;
    if (kept.length < KEPT_FAILURES) kept.push({ kind, at: Date.now() });
    failures[kind] = (failures[kind] ?? 0) + 1;
  };
  const ask = (query: string): Promise<void> => {
    requests += 1;
    const done = new Promise<void>((resolve) => {
      const request = send({
        host: options.host,
        port: options.port,
        path: `${options.path}${query}`,
        headers: { host: options.hostHeader },
        agent,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      request.on('response', (response) => {
        const version = [response.headers[options.versionHeader.toLowerCase()]].flat()[0] ?? 'none';
        response.on('error', (error: NodeJS.ErrnoException) => {
          fail(error.code ?? error.name);
          resolve();
        });
        response.on('end', () => {
          byVersion[version] = (byVersion[version] ?? 0) + 1;
          if (response.statusCode !== 200) fail(String(response.statusCode));
          resolve();
        });
        response.resume();
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        fail(error.code ?? error.name);
        resolve();
      });
      request.end();
    });
    open.add(done);
    void done.then(() => open.delete(done));
    return done;
  };

  const { slowEvery, slowMs } = options;
  const isSlow = (count: number): boolean => count % slowEvery === (Math.floor(count / slowEvery) * 7) % slowEvery;
  const stopTraffic = atConstantRate(
    options.perSecond,
    (count) => void ask(isSlow(count) ? `?delay-ms=${slowMs}` : ''),
  );
  let stopBurning = (): void => {};
  let burning = 0;
  const traffic = (): Traffic => ({ requests, failed, byVersion: { ...byVersion }, failures: { ...failures } });
  return {
    traffic,
    failed: kept,
    burn: (perSecond, ms) => {
      stopBurning();
      if (perSecond === 0) return;
      stopBurning = atConstantRate(perSecond, () => {
        if (burning >= MOST_BURNING) return;
        burning += 1;
        void ask(`?burn-ms=${ms}`).then(() => {
          burning -= 1;
        });
      });
    },
    reach: async (wanted) => {
      while (requests < wanted) await new Promise((resolve) => setTimeout(resolve, 100));
    },
    stop: async () => {
      stopTraffic();
      stopBurning();
      await Promise.all(open);
      agent.destroy();
      return traffic();
    },
  };
}

/** Calls `action` with its running number at a constant rate; what a late timer missed is made up for. */
function atConstantRate(perSecond: number, action: (count: number) => void): () => void {
  const start = performance.now();
  let count = 0;
  const timer = setInterval(
    () => {
      const due = Math.floor(((performance.now() - start) / 1000) * perSecond);
      while (count < due) action(++count);
    },
    Math.max(5, 250 / perSecond),
  );
  return () => clearInterval(timer);
}
