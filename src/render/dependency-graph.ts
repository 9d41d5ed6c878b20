import type { Unit } from '../model/plan.ts';
import { chartText } from './timeline/gantt.ts';

/** Mermaid draws no more edges than this by default. */
const MOST_EDGES = 400;

/** What waits for what, as a Mermaid chart; empty where nothing does, or where there is too much to draw. */
export function dependencyGraph(units: readonly Unit[]): readonly string[] {
  const ids = units.map(({ id }) => id);
  const edges = units.flatMap(({ id, needs }) =>
    needs.filter((need) => ids.includes(need)).map((need) => [ids.indexOf(need), ids.indexOf(id)] as const),
  );
  if (edges.length === 0 || edges.length > MOST_EDGES) return [];
  const nodes = [...new Set(edges.flat())].map((index) => `  n${index}["${chartText(ids[index] ?? '')}"]`);
  return ['```mermaid', 'flowchart LR', ...nodes, ...edges.map(([from, to]) => `  n${from} --> n${to}`), '```'];
}
