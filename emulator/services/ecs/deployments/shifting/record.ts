import type { HookRecord } from '../hooks/record.ts';
import type { Phase } from './phases.ts';

/** One load balancer of a service, as one deployment uses it. */
export interface Route {
  /** The target group in the service's `loadBalancers`, by which the deployment's tasks know the route. */
  readonly targetGroupArn: string;
  /** Target group of the revision that served before. */
  readonly blue: string;
  /** Target group of the new revision: the one of the two that did not serve. */
  readonly green: string;
  readonly productionListenerRule: string;
  readonly testListenerRule: string | undefined;
  /** The role by which ECS changes the rules. */
  readonly roleArn: string;
}

/** How far a deployment has got in shifting traffic. */
export interface ShiftRecord {
  phases: readonly Phase[];
  /** Index of the present phase; past the end, nothing is left to be done. */
  position: number;
  /** Since when the phase's own work is done. */
  enteredAt: number | undefined;
  /** When the present phase began. */
  since: number;
  readonly routes: readonly Route[];
  /** Percentages of traffic that were last asked for the target revision. */
  readonly traffic: { test: number; production: number };
  /** Of all phases so far. */
  hooks: readonly HookRecord[];
}

export const phaseOf = ({ phases, position }: ShiftRecord): Phase | undefined => phases[position];
