/**
 * Runs `work` for every id, at the same time where possible, each after those that it depends on. An id whose
 * dependency did not succeed is left out, as is every id not yet begun once `stopped()` is true. `work` answers whether
 * it succeeded.
 */
export async function runInOrder(options: {
  readonly ids: readonly string[];
  readonly dependenciesOf: (id: string) => readonly string[];
  readonly work: (id: string) => Promise<boolean>;
  readonly stopped: () => boolean;
}): Promise<void> {
  const members = new Set(options.ids);
  const started = new Map<string, Promise<boolean>>();
  const start = (id: string): Promise<boolean> => {
    const known = started.get(id);
    if (known !== undefined) return known;
    const promise = (async () => {
      // Registered before its dependencies are asked for: the order of ids decides nothing.
      await undefined;
      const dependencies = options.dependenciesOf(id).filter((name) => name !== id && members.has(name));
      const ready = await Promise.all(dependencies.map(start));
      if (!ready.every(Boolean) || options.stopped()) return false;
      return options.work(id);
    })();
    started.set(id, promise);
    return promise;
  };
  await Promise.all(options.ids.map(start));
}

/** Turns "needs" into "is needed by": the order of deletion. */
export function dependents(
  ids: readonly string[],
  dependenciesOf: (id: string) => readonly string[],
): (id: string) => readonly string[] {
  const byDependency = new Map<string, string[]>();
  for (const id of ids)
    for (const dependency of dependenciesOf(id))
      byDependency.set(dependency, [...(byDependency.get(dependency) ?? []), id]);
  return (id) => byDependency.get(id) ?? [];
}
