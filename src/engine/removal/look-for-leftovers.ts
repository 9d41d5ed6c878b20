import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { Unit } from '../../model/plan.ts';
import type { Progress } from '../../ports/progress.ts';

/**
 * What `look` finds; undefined for a role that may look at its own services or stacks only. Where config wants one
 * removed that is not looked for, a warning says so.
 */
export async function lookForLeftovers<Found>(
  kind: Unit['kind'],
  look: () => Promise<Found>,
  { cluster, progress }: { readonly cluster: Pick<Cluster, 'allow'>; readonly progress: Progress },
): Promise<Found | undefined> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ToolkitError) || error.code !== 'ACCESS_DENIED') throw error;
    const wanted = cluster.allow
      .map(({ resource }) => resource)
      .filter((resource) => resource.startsWith(`${kind}/`))
      .join(', ');
    const message = `allow names ${wanted}, but this role has no permission to look for it, so it is not removed: ${error.message} ${error.hint}`;
    if (wanted !== '') progress.emit({ kind: 'warning', message });
    return undefined;
  }
}
