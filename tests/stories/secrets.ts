/**
 * What must not be in any byte that a run writes. Some are in the emulated account from the start, some a story puts
 * there, and all are looked for after every story.
 */
export const SECRETS = {
  /** In Secrets Manager, under `secrets` of a task definition. */
  secretValue: 'pl4nted-in-secrets-manager-Zx81',
  /** Of an environment variable that another tool has set: git does not know it. */
  liveEnvironment: 'pl4nted-live-environment-Qv17',
  /** In a command that another tool has set. */
  liveCommand: 'pl4nted-live-command-Hn63',
  /** In an option of a log driver, and a label, that another tool has set. */
  liveOption: 'pl4nted-live-option-Tr29',
  /** Of a stack's NoEcho parameter. */
  noEchoParameter: 'pl4nted-no-echo-parameter-Kw55',
  /** In the text of an error. */
  tokenInError: 'ghs_pl4ntedTokenInAnError000000000000000',
  /** What the job's tokens start with. */
  jobToken: 'ghs_pl4ntedJobToken',
} as const;

/** Names of the secrets that a text holds. */
export function secretsIn(text: string): readonly string[] {
  return Object.entries(SECRETS).flatMap(([name, value]) => (text.includes(value) ? [name] : []));
}
