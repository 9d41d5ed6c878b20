import type { Outcome } from '../../../model/outcome.ts';

/**
 * Let through, with what to say of it in the deployment's outcome; or the outcome with which the run ends, the service
 * untouched.
 */
export type BeforeEnding =
  | { readonly kind: 'passed'; readonly evidence: string }
  | { readonly kind: 'ended'; readonly outcome: Outcome };
