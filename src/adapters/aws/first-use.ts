import { ToolkitError } from '../../model/errors.ts';
import { calling } from './errors.ts';

/**
 * Refusals that pass by themselves within a minute: a service-linked role is created by the first call that needs it,
 * and a new role takes 10–20 seconds to be known everywhere (aws-facts §9.5).
 */
const RACES: readonly RegExp[] = [
  /Unable to assume the service linked role/i,
  /Unable to assume (the )?role/i,
  /Unable to assume IAM role/i,
  /Role is not valid/i,
];

/** Runs a call that such a race can refuse; then the error is AWS_UNAVAILABLE, so that it is repeated. */
export function callingOnFirstUse<T>(doing: string, call: () => Promise<T>): Promise<T> {
  return calling(doing, async () => {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Error) || !RACES.some((race) => race.test(error.message))) throw error;
      throw new ToolkitError('AWS_UNAVAILABLE', `${error.name}: ${error.message} (while ${doing}).`, {
        hint: "Run the job again; if it fails again, correct the role's trust policy, which must let the service assume the role.",
        cause: error,
      });
    }
  });
}
