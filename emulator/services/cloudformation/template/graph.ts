import { resourcesIn } from './references.ts';
import type { Template } from './template.ts';

/** What must exist before a resource: what it refers to, and what it names in DependsOn. */
export function dependenciesOf(template: Template, logicalId: string): readonly string[] {
  const resource = template.resources[logicalId];
  if (!resource) return [];
  const all = new Set(Object.keys(template.resources));
  const referred = [resource.properties, resource.updatePolicy].flatMap((part) => resourcesIn(part, all));
  return [...new Set([...referred, ...resource.dependsOn])];
}

/** The members of one cycle, sorted as AWS names them; undefined where dependencies form none. */
export function circularDependency(template: Template): readonly string[] | undefined {
  const remaining = new Map(
    Object.keys(template.resources).map((id) => [id, new Set(dependenciesOf(template, id))] as const),
  );
  for (let progress = true; progress; ) {
    progress = false;
    for (const [id, dependencies] of remaining) {
      if ([...dependencies].some((dependency) => remaining.has(dependency))) continue;
      remaining.delete(id);
      progress = true;
    }
  }
  // What is left is in a cycle or depends on one; only the former is anybody's dependency in turn.
  for (let progress = true; progress; ) {
    progress = false;
    for (const id of remaining.keys()) {
      if ([...remaining.values()].some((dependencies) => dependencies.has(id))) continue;
      remaining.delete(id);
      progress = true;
    }
  }
  return remaining.size > 0 ? [...remaining.keys()].sort() : undefined;
}

/** The given resources, each after those that it depends on. */
export function inDependencyOrder(template: Template, ids: readonly string[]): readonly string[] {
  const ordered = new Set<string>();
  const among = new Set(ids);
  const visit = (id: string): void => {
    if (ordered.has(id) || !among.has(id)) return;
    for (const dependency of dependenciesOf(template, id)) visit(dependency);
    ordered.add(id);
  };
  for (const id of ids) visit(id);
  return [...ordered];
}
