import type { Health } from '../model/health.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import type { VersionMark } from '../model/service.ts';

/** What an answer must be like to count. */
export interface Expectation {
  /** Accepted status codes as ELB writes them: `200`, `200-299`, `200,202`. */
  readonly status: string;
  readonly body: string | undefined;
  readonly version: VersionMark | undefined;
}

/**
 * Judges one answer; a pending one says what is wrong and what usually causes it (aws-facts: errors that a load
 * balancer makes itself).
 */
export function assessAnswer(result: ProbeResult, expected: Expectation): Health {
  if (result.kind === 'no-answer') return { state: 'pending', message: explainNoAnswer(result.code, result.message) };
  if (!statusMatches(result.status, expected.status)) {
    return {
      state: 'pending',
      message: `answered ${result.status} instead of ${expected.status}: ${explainStatus(result)}`,
    };
  }
  if (expected.body !== undefined && !result.body.includes(expected.body)) {
    return {
      state: 'pending',
      message: `answered ${result.status}, but the body does not contain ${JSON.stringify(expected.body)}`,
    };
  }
  const version = expected.version && versionProblem(result, expected.version);
  return version ? { state: 'pending', message: version } : { state: 'healthy', message: `answered ${result.status}` };
}

/** Whether `status` is accepted by an ELB matcher. */
export function statusMatches(status: number, matcher: string): boolean {
  return matcher.split(',').some((part) => {
    const [low = '', high = low] = part.trim().split('-');
    return status >= Number(low) && status <= Number(high);
  });
}

function versionProblem(answer: Extract<ProbeResult, { kind: 'answer' }>, version: VersionMark): string | undefined {
  if ('header' in version) {
    const found = answer.headers[version.header.toLowerCase()];
    if (found === version.equals) return undefined;
    const seen = found === undefined ? `has no header ${version.header}` : `has ${version.header}: ${found}`;
    return `another version answers: the answer ${seen}, expected ${version.equals}`;
  }
  const found = new RegExp(version.body, 's').exec(answer.body);
  const seen = found?.[1] ?? found?.[0];
  if (seen === version.equals) return undefined;
  const what = seen === undefined ? 'nothing in the body matches' : `the body says ${seen} by`;
  return `another version answers: ${what} /${version.body}/, expected ${version.equals}`;
}

function explainNoAnswer(code: string, message: string): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the name does not resolve yet: a new load balancer is in DNS once it is active';
    case 'ECONNREFUSED':
      return 'the connection was refused: no listener on this port';
    case 'ECONNRESET':
      return 'the connection was reset before an answer came';
    case 'TIMEOUT':
    case 'ETIMEDOUT':
      return "no answer in time: the load balancer's security group does not allow this client, or its targets do not answer";
    default:
      return `no answer: ${message}`;
  }
}

function explainStatus({ status, headers }: Extract<ProbeResult, { kind: 'answer' }>): string {
  const byLoadBalancer = (headers['server'] ?? '').startsWith('awselb/');
  if (!byLoadBalancer) return 'the application itself answered so';
  switch (status) {
    case 404:
    case 403:
      return "the listener's default action answered: no rule matches this path and host";
    case 502:
      return 'a target refused or broke the connection';
    case 503:
      return 'the target group has no target that could answer';
    case 504:
      return 'a target did not answer in time, or its security group does not allow the load balancer';
    default:
      return 'the load balancer itself answered so';
  }
}
