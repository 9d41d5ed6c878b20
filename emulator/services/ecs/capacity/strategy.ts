import type { CapacityProviderStrategyItem } from '../../../shapes/ecs.d.ts';
import { invalidParameter } from '../refusals.ts';

/** Refuses a strategy that names providers which the cluster lacks, has two bases, or has no weight at all. */
export function checkStrategy(strategy: readonly CapacityProviderStrategyItem[], ofCluster: readonly string[]): void {
  if (strategy.length > 20) throw invalidParameter('A capacity provider strategy can have at most 20 items.');
  for (const { capacityProvider } of strategy) {
    const name = capacityProvider.split('/').at(-1) ?? capacityProvider;
    if (!ofCluster.includes(name))
      throw invalidParameter(
        `The capacity provider '${name}' is not associated with the cluster. Associate it with the cluster and try again.`,
      );
  }
  if (strategy.filter(({ base }) => (base ?? 0) > 0).length > 1)
    throw invalidParameter('Only one capacity provider of a strategy can have a base.');
  if (strategy.length > 0 && strategy.every(({ weight }) => (weight ?? 0) === 0))
    throw invalidParameter(
      'The capacity provider strategy must have at least one capacity provider with a weight greater than 0.',
    );
}

/**
 * Which provider the next task goes to: bases first, then the one that lies furthest behind its share by weight.
 * `counts` are the tasks that each provider has already.
 */
export function nextProvider(
  strategy: readonly CapacityProviderStrategyItem[],
  counts: ReadonlyMap<string, number>,
): string | undefined {
  const count = ({ capacityProvider }: CapacityProviderStrategyItem): number => counts.get(capacityProvider) ?? 0;
  const short = strategy.find((item) => count(item) < (item.base ?? 0));
  if (short) return short.capacityProvider;
  const weighted = strategy.filter(({ weight }) => (weight ?? 0) > 0);
  const filled = (item: CapacityProviderStrategyItem): number =>
    (count(item) - (item.base ?? 0) + 1) / (item.weight ?? 1);
  return weighted.toSorted((a, b) => filled(a) - filled(b))[0]?.capacityProvider;
}
