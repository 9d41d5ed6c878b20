import { setTimeout as sleep } from 'node:timers/promises';
import type { Botocore } from './botocore.ts';
import { Refusal } from './botocore.ts';

export const REGION = 'ap-northeast-1';
const POLL_REAL_MS = 100;

/**
 * An AWS account as its user sees it: API calls, and HTTP to its load balancers. Times are AWS's own, not this
 * machine's.
 */
export interface Account {
  /** Calls botocore, e.g. `aws('ecs', 'CreateCluster', { clusterName: 'c' })`. Rejects with a Refusal. */
  aws<Output = unknown>(service: string, operation: string, parameters?: object): Promise<Output>;
  /** The refusal of a call that AWS must not accept; undefined where it does. */
  refusal(service: string, operation: string, parameters: object): Promise<Refusal | undefined>;
  /** Looks again and again until there is something; rejects after `withinSeconds` (20 minutes by default). */
  until<Value>(what: string, look: () => Promise<Value | undefined>, withinSeconds?: number): Promise<Value>;
  /** Lets time pass. */
  elapse(seconds: number): Promise<void>;
  /** Milliseconds on this machine that stand for so many seconds of AWS's. */
  realMs(seconds: number): number;
  /** Where a load balancer's listener answers: DNS for a name that no resolver knows. */
  address(dnsName: string): Promise<{ readonly host: string; readonly port: number }>;
}

export interface AccountOptions {
  readonly botocore: Botocore;
  /** Of the emulator. */
  readonly endpoint: string;
  /** How many times as fast as real time it runs. */
  readonly scale: number;
}

export function openAccount({ botocore, endpoint, scale }: AccountOptions): Account {
  const aws = <Output>(service: string, operation: string, parameters: object = {}): Promise<Output> =>
    botocore.call({ endpoint, region: REGION, service, operation, parameters }) as Promise<Output>;
  const realMs = (seconds: number): number => (seconds * 1000) / scale;
  const until = async <Value>(
    what: string,
    look: () => Promise<Value | undefined>,
    withinSeconds = 1200,
  ): Promise<Value> => {
    const deadline = performance.now() + realMs(withinSeconds);
    for (;;) {
      const late = performance.now() > deadline;
      const found = await look();
      if (found !== undefined) return found;
      if (late) throw new Error(`waited ${withinSeconds} s in vain for ${what}`);
      await sleep(POLL_REAL_MS);
    }
  };
  return {
    aws,
    refusal: async (...call) => {
      try {
        await aws(...call);
        return undefined;
      } catch (error) {
        if (error instanceof Refusal) return error;
        throw error;
      }
    },
    until,
    elapse: (seconds) => sleep(realMs(seconds)),
    realMs,
    address: (dnsName) =>
      until(`an address of ${dnsName}`, async () => {
        const response = await fetch(`${endpoint}/_emulator/listeners`);
        const { listeners } = (await response.json()) as {
          listeners: { dnsName: string; address: { host: string; port: number } }[];
        };
        return listeners.find((listener) => listener.dnsName === dnsName)?.address;
      }),
  };
}
