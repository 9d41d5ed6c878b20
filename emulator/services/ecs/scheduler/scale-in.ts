import type { TaskView } from './snapshot.ts';

/**
 * Which tasks go when there are too many: first those that are not healthy, then, one after the other, from the
 * Availability Zone that has most and within it from the instance that has most; of equals the newest [doc service
 * scheduler].
 */
export function chooseScaleIn(tasks: readonly TaskView[], count: number): readonly TaskView[] {
  const left = new Set(tasks);
  const chosen: TaskView[] = [];
  while (chosen.length < count && left.size > 0) {
    const size = (same: (other: TaskView) => boolean): number => [...left].filter(same).length;
    const [next] = [...left].sort(
      (a, b) =>
        Number(a.health.kind === 'healthy') - Number(b.health.kind === 'healthy') ||
        size(({ zone }) => zone === b.zone) - size(({ zone }) => zone === a.zone) ||
        size(({ instanceId }) => instanceId === b.instanceId) - size(({ instanceId }) => instanceId === a.instanceId) ||
        b.createdAt - a.createdAt,
    );
    if (!next) break;
    left.delete(next);
    chosen.push(next);
  }
  return chosen;
}
