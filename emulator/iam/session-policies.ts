/** What AssumeRole was told to narrow a session to. */
export interface SessionPolicies {
  readonly document: string | undefined;
  /** Of managed policies. */
  readonly arns: readonly string[];
}
