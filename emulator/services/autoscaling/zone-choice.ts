/** What of an instance matters to where the next one goes and which one leaves. */
export interface Placed {
  readonly zone: string;
}

/** How many instances each zone holds; zones without any are in, in the order of `zones`. */
export function countByZone(zones: readonly string[], instances: readonly Placed[]): ReadonlyMap<string, number> {
  const counts = new Map(zones.map((zone) => [zone, 0]));
  for (const { zone } of instances) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return counts;
}

/** The zone for the next instance: the one of `zones` with the fewest, the first of several. */
export function emptiestZone(zones: readonly string[], instances: readonly Placed[]): string | undefined {
  const counts = countByZone(zones, instances);
  return zones.reduce<string | undefined>(
    (best, zone) => (best === undefined || (counts.get(zone) ?? 0) < (counts.get(best) ?? 0) ? zone : best),
    undefined,
  );
}
