import type { Placed } from './zone-choice.ts';
import { countByZone } from './zone-choice.ts';

export interface Candidate extends Placed {
  readonly instanceId: string;
  readonly launchedAt: number;
  /** Another template than the group's counts as older than every version of the group's. */
  readonly templateAge: number;
}

export interface Choice {
  /** What the group holds apart from instances already on their way out: zones are balanced over all of them. */
  readonly instances: readonly Placed[];
  /** Those that may go. */
  readonly candidates: readonly Candidate[];
  readonly policies: readonly string[];
  readonly now: number;
}

const HOUR_MS = 3_600_000;

type Narrowing = (candidates: readonly Candidate[], now: number) => readonly Candidate[];

const best =
  (score: (candidate: Candidate, now: number) => number): Narrowing =>
  (candidates, now) => {
    const highest = Math.max(...candidates.map((candidate) => score(candidate, now)));
    return candidates.filter((candidate) => score(candidate, now) === highest);
  };

const oldestTemplate = best(({ templateAge }) => templateAge);
const closestToNextHour = best(({ launchedAt }, now) => (now - launchedAt) % HOUR_MS);

const POLICIES: Readonly<Record<string, readonly Narrowing[]>> = {
  Default: [oldestTemplate, closestToNextHour],
  // Allocation strategies speak of spot and mixed instances, of which there are none: nothing is narrowed.
  AllocationStrategy: [],
  OldestLaunchTemplate: [oldestTemplate],
  OldestLaunchConfiguration: [],
  ClosestToNextInstanceHour: [closestToNextHour],
  OldestInstance: [best(({ launchedAt }) => -launchedAt)],
  NewestInstance: [best(({ launchedAt }) => launchedAt)],
};

export const isTerminationPolicy = (name: string): boolean => name in POLICIES;

/**
 * The instance that a scale-in takes: first from the zone with the most instances among those that have a candidate,
 * then by the group's termination policies, the Default policy being the last resort. Source: "Configure termination
 * policies" in the user guide. Several that are equal: the first.
 */
export function chooseVictim({ instances, candidates, policies, now }: Choice): Candidate | undefined {
  const counts = countByZone([], instances);
  const most = Math.max(...candidates.map(({ zone }) => counts.get(zone) ?? 0));
  const inFullestZone = candidates.filter(({ zone }) => (counts.get(zone) ?? 0) === most);
  const narrowings = [...policies, 'Default'].flatMap((name) => POLICIES[name] ?? []);
  return narrowings.reduce(
    (left, narrow) => (left.length > 1 ? narrow(left, now) : left),
    inFullestZone as readonly Candidate[],
  )[0];
}
