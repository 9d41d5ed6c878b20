import type { Attachment, CapacityProviderStrategyItem } from '../../../shapes/ecs.d.ts';
import type { Ecs } from '../context.ts';
import { invalidParameter, resourceInUse, tolerate, updateInProgress } from '../refusals.ts';
import type { CapacityProviderRecord, ClusterRecord } from '../state.ts';
import { isOver } from '../tasks/record.ts';
import { type AttachmentKind, attach, detach, isAttachment } from './attachments.ts';
import { checkStrategy } from './strategy.ts';

export interface Association {
  readonly capacityProviders: readonly string[];
  readonly strategy: readonly CapacityProviderStrategyItem[];
}

/**
 * Replaces a cluster's capacity providers. The scaling policies and lifecycle hooks on the Auto Scaling groups follow
 * asynchronously; `attachmentsStatus` tells how far that is.
 */
export function associateProviders(
  ecs: Ecs,
  cluster: ClusterRecord,
  association: Association,
  done?: () => void,
): void {
  if (cluster.attachmentsStatus === 'UPDATE_IN_PROGRESS')
    throw updateInProgress(
      'The specified cluster is in a busy state. Cluster attachments must be in UPDATE_COMPLETE or UPDATE_FAILED state before they can be updated. Wait and try again.',
    );
  const names = association.capacityProviders.map((name) => name.split('/').at(-1) ?? name);
  for (const name of names) if (!ecs.state.capacityProviders.has(name)) throw unknownProvider(name);
  checkStrategy(association.strategy, names);
  for (const name of cluster.capacityProviders)
    if (!names.includes(name) && isUsed(cluster, name))
      throw resourceInUse('The specified capacity provider is in use and cannot be removed.');
  cluster.capacityProviders = names;
  cluster.defaultCapacityProviderStrategy = association.strategy.map(fillItem);
  followProviders(ecs, cluster, done);
}

/** Brings a cluster's attachments in line with what its capacity providers say now. */
export function followProviders(ecs: Ecs, cluster: ClusterRecord, done?: () => void): void {
  const wanted = cluster.capacityProviders
    .flatMap((name) => ecs.state.capacityProviders.get(name) ?? [])
    .flatMap((provider) => kindsOf(provider).map((kind) => ({ kind, provider })));
  cluster.attachmentsStatus = 'UPDATE_IN_PROGRESS';
  cluster.attachments = cluster.attachments.map((one) =>
    wanted.some(({ kind, provider }) => isAttachment(one, kind, provider)) ? one : { ...one, status: 'DELETING' },
  );
  ecs.world.clock.after(ecs.world.latency('capacity-provider'), () =>
    ecs.world.background(
      reattach(ecs, cluster, wanted).then((attachments) => {
        cluster.attachments = attachments ?? cluster.attachments;
        cluster.attachmentsStatus = attachments ? 'UPDATE_COMPLETE' : 'UPDATE_FAILED';
        done?.();
      }),
    ),
  );
}

async function reattach(
  ecs: Ecs,
  cluster: ClusterRecord,
  wanted: readonly { readonly kind: AttachmentKind; readonly provider: CapacityProviderRecord }[],
): Promise<Attachment[] | undefined> {
  const attachments: Attachment[] = [];
  try {
    for (const { kind, provider } of wanted) attachments.push(await attach(ecs, cluster, provider, kind));
    for (const old of cluster.attachments) if (!attachments.some(({ id }) => id === old.id)) await detach(ecs, old);
    return attachments;
  } catch (error) {
    // A group that is gone leaves the cluster in UPDATE_FAILED.
    return tolerate(error);
  }
}

function kindsOf({ provider }: CapacityProviderRecord): AttachmentKind[] {
  return [
    ...(provider.managedScaling.status === 'ENABLED' ? (['as_policy'] as const) : []),
    ...(provider.managedDraining === 'ENABLED' ? (['managed_draining'] as const) : []),
  ];
}

/**
 * By a service that is not INACTIVE, or by a task that has not stopped: a service's last tasks outlive DeleteService.
 */
function isUsed(cluster: ClusterRecord, name: string): boolean {
  const services = [...cluster.services.values()].filter(({ status }) => status === 'ACTIVE');
  const inStrategy = services.some(({ revisioned }) =>
    revisioned.capacityProviderStrategy?.some(({ capacityProvider }) => capacityProvider === name),
  );
  return inStrategy || [...cluster.tasks.values()].some((task) => task.capacityProviderName === name && !isOver(task));
}

export const fillItem = ({ capacityProvider, weight, base }: CapacityProviderStrategyItem) => ({
  capacityProvider: capacityProvider.split('/').at(-1) ?? capacityProvider,
  weight: weight ?? 0,
  base: base ?? 0,
});

export const unknownProvider = (name: string) =>
  invalidParameter(
    `The specified capacity provider '${name}' was not found. Specify a valid name or ARN and try again.`,
  );
