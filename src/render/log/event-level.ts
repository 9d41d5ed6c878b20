/**
 * Marks a service event for a reader: ECS writes progress and failures in one stream. The substrings are those by which
 * AWS Copilot told failures (aws-facts §1.8).
 */
export function failureLevel(message: string): '·' | '!' {
  const text = message.toLowerCase();
  return FAILURES.some((part) => text.includes(part)) ? '!' : '·';
}

const FAILURES = ['fail', 'unhealthy', 'error', 'throttle', 'unable', 'missing', 'alarm detected', 'rolling back'];
