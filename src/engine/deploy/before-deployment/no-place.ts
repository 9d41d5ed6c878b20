import { proveByPlacement } from '../../../health/proof/placement-proof.ts';
import type { Proof } from '../../../health/proof/proof.ts';
import type { JsonObject } from '../../../model/json.ts';
import { runsOnOwnInstances } from '../../../model/own-instances.ts';
import { taskNeeds } from '../../../plan/rollout/task-needs.ts';
import type { ServiceRun } from '../context.ts';

/** Proof that no instance of the cluster can ever hold the task that `request` starts; best effort. */
export async function proveNoPlace(
  { cluster, instances }: ServiceRun,
  request: JsonObject,
  definition: JsonObject,
): Promise<Proof | undefined> {
  const { capacityProviderName, instanceType } = cluster.capacity;
  if (!runsOnOwnInstances(request, capacityProviderName)) return undefined;
  const seen = await instances.containerInstances(cluster.name).catch(() => []);
  return proveByPlacement(taskNeeds(definition, request), seen, instanceType);
}
