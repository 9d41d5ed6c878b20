import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';

/** A target starts tasks of one service: two that name it would take it from each other. */
export function checkScheduledTasks({ services }: ClusterDraft): readonly ConfigIssue[] {
  const named = services.flatMap((service) =>
    service.service.scheduledTasks.map((task, index) => ({ ...task, service, index })),
  );
  return named.flatMap(({ rule, targetId, service, index }, position) => {
    const earlier = named
      .slice(0, position)
      .find((other) => other.rule === rule && (!other.targetId || !targetId || other.targetId === targetId));
    if (!earlier) return [];
    const path = ['scheduledTasks', index];
    const message = `Rule ${rule} is already named by service ${earlier.service.name}.`;
    const hint = 'Name it only once, or add a targetId in both places.';
    return problemAt(service.file, path, message, hint);
  });
}
