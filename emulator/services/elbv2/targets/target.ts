import type { Cancel } from '../../../core/clock.ts';
import type { Host } from '../../../core/network.ts';
import type { TargetConnections } from '../dataplane/connections.ts';
import type { Health } from '../health/state.ts';

/** One registration in a target group: an instance, or an address of the VPC, at a port. */
export interface Target {
  readonly id: string;
  /** Where the network knows it. */
  readonly host: Host;
  readonly port: number;
  readonly zone: string;
  /** Its address in the VPC. */
  readonly privateIp: string;
  /** What the load balancer has open to it. */
  readonly connections: TargetConnections;
  running: boolean;
  /** The load balancer's nodes know of it. */
  registered: boolean;
  draining: boolean;
  health: Health;
  /** When it last became healthy: where slow start counts from. */
  healthySince: number;
  /** Balance of the round robin; see chooseInTurn. */
  credit: number;
  /** Ends what is under way for it: registration and health checks, or draining. */
  cancel: Cancel | undefined;
}

export const targetKey = (id: string, port: number): string => `${id}:${port}`;
