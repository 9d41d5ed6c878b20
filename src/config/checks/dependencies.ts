import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import { didYouMean } from '../suggestion.ts';

/** `dependsOn` names services of the cluster, and leads to an order. */
export function checkDependencies({ services }: ClusterDraft): readonly ConfigIssue[] {
  const byName = new Map(services.map((service) => [service.name, service]));
  return services.flatMap((service) =>
    service.service.dependsOn.flatMap((name, index) => {
      const others = services.map((other) => other.name).filter((other) => other !== service.name);
      const path = ['dependsOn', index];
      if (!byName.has(name)) {
        const message = `There is no service "${name}" in this cluster.`;
        return problemAt(service.file, path, message, didYouMean(name, others, 'Remove it.'));
      }
      const circle = wayBack(byName, name, service.name, []);
      if (!circle) return [];
      const message = `These services wait for each other: ${[service.name, ...circle].join(' → ')}.`;
      return problemAt(service.file, path, message, 'Remove one of the dependencies.');
    }),
  );
}

/** The services on the way from one along dependencies to another. */
function wayBack(
  services: ReadonlyMap<string, ServiceDraft>,
  from: string,
  to: string,
  seen: readonly string[],
): readonly string[] | undefined {
  if (from === to) return [...seen, to];
  if (seen.includes(from)) return undefined;
  for (const next of services.get(from)?.service.dependsOn ?? []) {
    const way = wayBack(services, next, to, [...seen, from]);
    if (way) return way;
  }
  return undefined;
}
