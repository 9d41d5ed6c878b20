import { request } from 'node:http';
import type { Address } from '../../../core/network.ts';
import { matcherAccepts } from './matcher.ts';
import type { CheckResult } from './state.ts';

export interface ProbeOptions {
  readonly address: Address;
  /** The target's address in its VPC, `<ip>:<port>`: what the target sees as Host. */
  readonly host: string;
  readonly path: string;
  readonly matcher: string;
  readonly timeoutRealMs: number;
}

export function judgeStatus(code: number, matcher: string): CheckResult {
  return matcherAccepts(matcher, code) ? { kind: 'passed' } : { kind: 'mismatch', code };
}

/** One health check by HTTP, on a connection of its own. */
export function probe({ address, host, path, matcher, timeoutRealMs }: ProbeOptions): Promise<CheckResult> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutRealMs);
    const check = request({
      host: address.host,
      port: address.port,
      path,
      agent: false,
      signal,
      headers: { Host: host, 'User-Agent': 'ELB-HealthChecker/2.0', 'Accept-Encoding': 'gzip, compressed' },
    });
    check.on('error', () => resolve({ kind: signal.aborted ? 'timeout' : 'failed' }));
    check.on('response', (response) => {
      resolve(judgeStatus(response.statusCode ?? 0, matcher));
      check.destroy();
    });
    check.end();
  });
}
