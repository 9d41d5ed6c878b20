import type { Cluster } from '../model/cluster.ts';
import type { Danger } from '../model/plan.ts';
import type { ServiceView } from '../model/service-views.ts';
import { STACK_TAGS } from '../model/stack-names.ts';
import { consented } from './danger.ts';

/** Live services that this toolkit has made for the cluster and that config no longer has. */
export function leftoverServices(cluster: Cluster, live: readonly ServiceView[]): readonly ServiceView[] {
  const known = new Set(cluster.services.map(({ name }) => name));
  return live.filter(
    ({ name, tags }) =>
      !known.has(name) && tags[STACK_TAGS.cluster] === cluster.name && tags[STACK_TAGS.service] === name,
  );
}

/** What the removal of a service loses; consent names it `service/<name>`. */
export function serviceRemoval(cluster: Cluster, name: string): Danger {
  const loss = 'it is no longer in config: all of its tasks are stopped, and requests to it are no longer answered';
  return consented(allowOf(cluster), { resource: `service/${name}`, loss });
}

/**
 * What the removal of a service's stack loses; consent names it `stack/<name>`. `users` are live services that need it.
 */
export function stackRemoval(cluster: Cluster, name: string, users: readonly string[]): Danger {
  const loss =
    'its service is no longer in config: its target groups and listener rules are deleted, its log group is kept';
  const forbidden =
    users.length === 0
      ? undefined
      : `Service ${users.join(', ')} still uses it: deploy-service removes a service that allow names as service/<name>; the next provision after that removes the stack.`;
  return consented(allowOf(cluster), { resource: `stack/${name}`, loss, forbidden });
}

/** A folder without any service is more likely a mistake than a wish: nothing is removed by it, whatever it allows. */
function allowOf({ allow, services }: Cluster): Cluster['allow'] {
  return services.length === 0 ? [] : allow;
}
