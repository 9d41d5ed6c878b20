/**
 * What is a credential by its form alone: tokens of GitHub (their documented prefixes), what stands in an Authorization
 * header, and the session token in the request that AWS repeats where a signature does not match. A runner masks only
 * what it was told of, and errors of GitHub, AWS and proxies can repeat what they were sent.
 */
const CREDENTIALS =
  /\b(?:gh[oprsu]_\w{16,}|github_pat_\w{16,})|(?<=\bBearer )[\w.~+/-]{16,}=*|(?<=\bx-amz-security-token[:=] ?)[\w+/=%-]{16,}/gi;

/** The text without credentials. */
export function withoutCredentials(text: string): string {
  return text.replace(CREDENTIALS, '***');
}
