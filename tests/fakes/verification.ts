import type { Answer, RevisionFacts, Verification } from '../../src/engine/verification.ts';
import type { LostRequest } from '../../src/health/service/continuity.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Verify } from '../../src/model/service.ts';

const GREEN: Outcome = { kind: 'verified', summary: 'It answers.', evidence: [] };
export const RED: Outcome = {
  kind: 'timed-out',
  summary: 'It answers 500.',
  evidence: ['9 × status 500'],
  nextStep: 'Mend it.',
};
export const LOST: LostRequest = { at: 0, message: 'answered 502', address: '192.0.2.1:80', isSent: true };
export const VERIFY: Verify = {
  listenerPort: 80,
  path: '/',
  host: undefined,
  expectStatus: '200',
  expectBody: undefined,
  version: undefined,
  consecutive: 3,
  timeoutSeconds: 120,
  probesPerSecond: 1,
  maxFailures: 0,
};

export interface Script {
  readonly answer?: Partial<Answer>;
  readonly lost?: readonly LostRequest[];
  /** Whether the load balancer answers before the update. */
  readonly wasServing?: boolean;
  readonly onProve?: () => void;
}

/**
 * Verification that answers as the script says; `asked` are the facts that each proof was given, `marks` whether one
 * was looked for.
 */
export function scripted({ answer = {}, lost = [], wasServing = true, onProve }: Script) {
  const asked: RevisionFacts[] = [];
  const marks: boolean[] = [];
  const verification: Verification = {
    watch: async () => (wasServing ? { stop: async () => ({ requests: 60, lost }) } : undefined),
    prove: async ({ service }, facts) => {
      asked.push(facts);
      marks.push(service.verify?.version !== undefined);
      onProve?.();
      return { outcome: GREEN, isAnswered: true, ...answer };
    },
  };
  return { asked, marks, verification };
}
