import type { PlacementConstraint, PlacementStrategy } from '../../../shapes/ecs.d.ts';
import type { TaskNeeds } from '../definitions/needs.ts';
import type { TaskNetwork } from '../network/record.ts';
import type { Candidate } from './candidate.ts';
import { parseQuery } from './query.ts';

export interface PlacementRequest {
  readonly group: string;
  readonly needs: TaskNeeds;
  readonly constraints: readonly PlacementConstraint[];
  readonly strategy: readonly PlacementStrategy[];
  /** Of tasks that get network interfaces of their own. */
  readonly network?: TaskNetwork | undefined;
}

/** Why an instance cannot take the task: the checks in ECS's order. */
export const OBSTACLES = [
  'AGENT',
  'ATTRIBUTE',
  'MEMBER_OF',
  'DISTINCT_INSTANCE',
  'RESOURCE:CPU',
  'RESOURCE:MEMORY',
  'RESOURCE:PORTS',
  'RESOURCE:ENI',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

export type Placement =
  | { readonly kind: 'placed'; readonly candidate: Candidate }
  | { readonly kind: 'no-instances' }
  | { readonly kind: 'no-fit'; readonly obstacles: readonly Refusal[] };

export interface Refusal {
  readonly candidate: Candidate;
  readonly obstacle: Obstacle;
}

/** Chooses an instance; `random` decides between those that the strategy holds equal. */
export function place(request: PlacementRequest, candidates: readonly Candidate[], random: () => number): Placement {
  if (candidates.length === 0) return { kind: 'no-instances' };
  const judged = candidates.map((candidate) => ({ candidate, obstacle: obstacleTo(request, candidate) }));
  const fitting = judged.flatMap(({ candidate, obstacle }) => (obstacle ? [] : [candidate]));
  if (fitting.length === 0)
    return {
      kind: 'no-fit',
      obstacles: judged.flatMap(({ candidate, obstacle }) => (obstacle ? [{ candidate, obstacle }] : [])),
    };
  const best = request.strategy.reduce<readonly Candidate[]>(
    (pool, strategy) => narrow(pool, strategy, { group: request.group, candidates, random }),
    fitting,
  );
  return { kind: 'placed', candidate: pick(best, random) };
}

/** The instance that came nearest to taking the task, as service events name it. */
export function closest(refusals: readonly Refusal[]): Refusal | undefined {
  const rank = ({ obstacle, candidate }: Refusal): number =>
    OBSTACLES.indexOf(obstacle) + candidate.remaining.memory / 2 ** 40;
  return refusals.toSorted((a, b) => rank(b) - rank(a))[0];
}

function obstacleTo(
  { group, needs, constraints, network }: PlacementRequest,
  candidate: Candidate,
): Obstacle | undefined {
  const { remaining, attributes, groups } = candidate;
  if (!candidate.agentConnected) return 'AGENT';
  if (needs.attributes.some((name) => !attributes.has(name))) return 'ATTRIBUTE';
  if (network && !isNear(network, attributes)) return 'ATTRIBUTE';
  for (const { type, expression } of constraints) {
    if (type === 'memberOf' && !parseQuery(expression ?? '')(candidate)) return 'MEMBER_OF';
    if (type === 'distinctInstance' && (groups.get(group) ?? 0) > 0) return 'DISTINCT_INSTANCE';
  }
  if (needs.cpu > remaining.cpu) return 'RESOURCE:CPU';
  if (needs.memory > remaining.memory) return 'RESOURCE:MEMORY';
  if (needs.ports.some((port) => remaining.usedPorts.has(port))) return 'RESOURCE:PORTS';
  if (needs.interfaces > remaining.interfaces) return 'RESOURCE:ENI';
  return undefined;
}

/** An interface can be attached in its own zone only; that one of another VPC cannot is ATTRIBUTE, too [seen]. */
const isNear = ({ vpcId, subnets }: TaskNetwork, attributes: Candidate['attributes']): boolean =>
  attributes.get('ecs.vpc-id') === vpcId &&
  subnets.some(({ zone }) => zone === attributes.get('ecs.availability-zone'));

interface Surroundings {
  readonly group: string;
  readonly candidates: readonly Candidate[];
  readonly random: () => number;
}

function narrow(pool: readonly Candidate[], strategy: PlacementStrategy, around: Surroundings): readonly Candidate[] {
  switch (strategy.type) {
    case 'random':
    case undefined:
      return [pick(pool, around.random)];
    case 'binpack':
      return least(pool, ({ remaining }) => (/^cpu$/i.test(strategy.field ?? '') ? remaining.cpu : remaining.memory));
    case 'spread': {
      const fieldOf = spreadValue(strategy.field ?? 'instanceId');
      const counts = new Map<string, number>();
      for (const candidate of around.candidates) {
        const value = fieldOf(candidate);
        counts.set(value, (counts.get(value) ?? 0) + (candidate.groups.get(around.group) ?? 0));
      }
      return least(pool, (candidate) => counts.get(fieldOf(candidate)) ?? 0);
    }
  }
}

function spreadValue(field: string): (candidate: Candidate) => string {
  if (/^(instanceId|host)$/i.test(field)) return ({ id }) => id;
  return ({ attributes }) => attributes.get(field.replace(/^attribute:/, '')) ?? '';
}

function least(pool: readonly Candidate[], measure: (candidate: Candidate) => number): readonly Candidate[] {
  const smallest = Math.min(...pool.map(measure));
  return pool.filter((candidate) => measure(candidate) === smallest);
}

const pick = (pool: readonly Candidate[], random: () => number): Candidate =>
  pool[Math.floor(random() * pool.length)] as Candidate;
