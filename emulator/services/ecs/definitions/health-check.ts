import type { HealthCheck } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const RANGES = {
  interval: [5, 300],
  timeout: [2, 60],
  retries: [1, 10],
  startPeriod: [0, 300],
} as const;

/** A command that does not begin with CMD or CMD-SHELL is accepted, although Docker then checks nothing. */
export function checkHealthCheck(name: string, check: HealthCheck): void {
  if (check.command.length === 0) throw clientError('Container.healthCheck.command should not be null or empty.');
  for (const [key, [least, most]] of Object.entries(RANGES)) {
    const value = check[key as keyof typeof RANGES];
    if (value !== undefined && (value < least || value > most))
      throw clientError(
        `Invalid 'healthCheck.${key}' setting for container '${name}'. It must be between ${least} and ${most}.`,
      );
  }
}
