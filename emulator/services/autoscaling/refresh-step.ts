/** What a rolling instance refresh sees of one instance that is not on its way out. */
export interface RefreshedInstance {
  readonly instanceId: string;
  /** Was there before the refresh and has to go. */
  readonly outdated: boolean;
  /** In service, healthy and warmed up. */
  readonly ready: boolean;
  /** Protected from scale-in, where the refresh waits for that to end. */
  readonly blocked: boolean;
}

export interface RefreshView {
  readonly desired: number;
  readonly minHealthyPercentage: number;
  /** Above 100, instances are launched before others are terminated. */
  readonly maxHealthyPercentage: number;
  readonly instances: readonly RefreshedInstance[];
}

export interface RefreshStep {
  /** How many instances more than desired the group may have for now. */
  readonly surplus: number;
  readonly terminate: readonly string[];
  /** Nothing is left to replace but what is protected. */
  readonly blocked: boolean;
}

/**
 * One step of a rolling refresh: never fewer ready instances than the minimum, never more instances than the maximum,
 * but at least one at a time. Source: "How an instance refresh works" in the user guide.
 */
export function refreshStep({
  desired,
  minHealthyPercentage,
  maxHealthyPercentage,
  instances,
}: RefreshView): RefreshStep {
  const outdated = instances.filter((instance) => instance.outdated);
  const replaceable = outdated.filter(({ blocked }) => !blocked);
  const launchesFirst = maxHealthyPercentage > 100;
  const least = Math.ceil((desired * minHealthyPercentage) / 100);
  const floor = launchesFirst ? least : Math.min(least, desired - 1);
  const extra = launchesFirst ? Math.max(1, Math.floor((desired * (maxHealthyPercentage - 100)) / 100)) : 0;
  const spare = Math.max(0, instances.filter(({ ready }) => ready).length - floor);
  return {
    surplus: Math.min(extra, replaceable.length),
    terminate: [
      ...replaceable.filter(({ ready }) => !ready),
      ...replaceable.filter(({ ready }) => ready).slice(0, spare),
    ].map(({ instanceId }) => instanceId),
    blocked: replaceable.length === 0 && outdated.length > 0,
  };
}
