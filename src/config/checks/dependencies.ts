import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import { didYouMean } from '../suggestion.ts';
import { wayBack } from './way-back.ts';

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
      const circle = wayBack((other) => byName.get(other)?.service.dependsOn ?? [], name, service.name);
      if (!circle) return [];
      const message = `These services wait for each other: ${[service.name, ...circle].join(' → ')}.`;
      return problemAt(service.file, path, message, 'Remove one of the dependencies.');
    }),
  );
}
