import type { Instances } from '../ports/instances.ts';
import type { Progress } from '../ports/progress.ts';
import { tellOfWrite } from './write.ts';

/**
 * Removes the scale-in protection of a group's instances: with it, neither a resize nor CloudFormation's deletion of
 * the group ends an instance, and the latter waits until it gives up.
 */
export async function unprotectInstances(
  name: string,
  { instances, progress }: { readonly instances: Instances; readonly progress: Progress },
): Promise<void> {
  const group = await instances.group(name);
  const ids = (group?.instances ?? [])
    .filter(({ protectedFromScaleIn, lifecycleState }) => protectedFromScaleIn && lifecycleState === 'InService')
    .map(({ id }) => id);
  if (ids.length === 0) return;
  await instances.removeProtection(name, ids);
  tellOfWrite(`removed the scale-in protection of ${ids.join(', ')}`, { progress });
}
