import type { TargetView } from '../../model/service-views.ts';

/** Targets that were healthy when a deployment began, and have been since: none of its own can be among them. */
export type OldTargets = ReadonlySet<string>;

export function oldTargets(targets: readonly TargetView[]): OldTargets {
  return new Set(targets.filter(({ state }) => state === 'healthy').map(nameOf));
}

/**
 * Whether a target is healthy that may be the deployment's, and which ones are still old. A port that was given up may
 * come back.
 */
export function findNewlyHealthy(
  old: OldTargets,
  targets: readonly TargetView[],
): { readonly found: boolean; readonly old: OldTargets } {
  const healthy = oldTargets(targets);
  return {
    found: [...healthy].some((name) => !old.has(name)),
    old: new Set([...old].filter((name) => healthy.has(name))),
  };
}

function nameOf({ id, port }: TargetView): string {
  return `${id}:${port}`;
}
