import type { SecretView } from '../model/preconditions.ts';

/** Secrets Manager and Parameter Store: what exists, never what is in it. */
export interface Secrets {
  /** undefined where there is none. */
  secret(arn: string): Promise<SecretView | undefined>;
  /** Returns the names that exist. */
  parameters(names: readonly string[]): Promise<readonly string[]>;
}
