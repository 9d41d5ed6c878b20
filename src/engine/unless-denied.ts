import { ToolkitError } from '../model/errors.ts';

/** What a look says, or `otherwise` where the role may not take it. */
export async function unlessDenied<T>(look: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof ToolkitError && error.code === 'ACCESS_DENIED') return otherwise;
    throw error;
  }
}
