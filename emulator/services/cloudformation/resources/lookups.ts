import { AwsError } from '../../../core/errors.ts';

/** Whether the call finds what it is about: false where the service says that there is no such thing. */
export async function found(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof AwsError && NOT_FOUND.test(`${error.code} ${error.message}`);
}

/** Services say it in many ways: NoSuchEntity, LoadBalancerNotFound, InvalidGroup.NotFound, "… does not exist". */
const NOT_FOUND = /NotFound|NoSuchEntity|does not exist|not found/i;
