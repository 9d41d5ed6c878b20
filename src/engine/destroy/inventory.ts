import { stackState } from '../../health/stack/stack-status.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { clusterStackName, STACK_TAGS, serviceStackName } from '../../model/stack-names.ts';
import type { StackView } from '../../model/stack-views.ts';
import { patience } from '../deadline.ts';
import { readLiveServices } from '../observe/read-services.ts';
import { observeSettledStack } from '../observe/settled-stack.ts';
import type { DestroyRun } from './context.ts';

/** What there is of a cluster. */
export interface Inventory {
  readonly clusterStack: StackView | undefined;
  readonly serviceStacks: readonly StackView[];
  /** Live services that are ours. */
  readonly services: readonly ServiceView[];
  /** Names of live services that neither config nor their tags claim. */
  readonly foreignServices: readonly string[];
  /** Names of stacks that have the name of ours and were made by somebody else. */
  readonly foreignStacks: readonly string[];
}

/** Takes stock of everything that has to go, including what config has forgotten: tags tell whose it is. */
export async function takeInventory(run: DestroyRun): Promise<Inventory> {
  const { cluster, stacks, services } = run;
  const settled = (name: string) => observeSettledStack(name, patience(run), run);
  const named = cluster.services.map(({ name }) => serviceStackName(cluster.name, name));
  const tagged = (await stacks.list())
    .filter(({ tags }) => tags[STACK_TAGS.cluster] === cluster.name && tags[STACK_TAGS.service] !== undefined)
    .map(({ name }) => name);
  const [clusterStack, ...serviceStacks] = await Promise.all(
    [clusterStackName(cluster.name), ...new Set([...named, ...tagged])].map(settled),
  );
  const found = [clusterStack, ...serviceStacks].filter((stack) => stack !== undefined);
  const live = await readLiveServices(services, cluster.name);
  const isOurs = ({ name, tags }: ServiceView): boolean =>
    tags[STACK_TAGS.cluster] === cluster.name || cluster.services.some((service) => service.name === name);
  return {
    clusterStack,
    serviceStacks: serviceStacks.filter((stack) => stack !== undefined),
    services: live.filter(isOurs),
    foreignServices: live.filter((service) => !isOurs(service)).map(({ name }) => name),
    foreignStacks: found
      .filter(
        ({ status, tags }) => stackState(status) !== 'never-executed' && tags[STACK_TAGS.cluster] !== cluster.name,
      )
      .map(({ name }) => name),
  };
}
