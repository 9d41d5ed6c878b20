/** What a deployment fails of for certain. */
export type ProofKind = 'image' | 'access' | 'platform' | 'secret' | 'placement' | 'percents' | 'exit';

/** Proves that a deployment cannot succeed, however often ECS tries. */
export interface Proof {
  readonly kind: ProofKind;
  /** One sentence without a full stop. */
  readonly cause: string;
  /** Why that is certain, in one sentence without a full stop. */
  readonly certainty: string;
  readonly nextStep: string;
}
