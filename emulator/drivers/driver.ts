import type { Address } from '../core/network.ts';

/**
 * What runs containers: to the emulated ECS agent what Docker is to the real one. It knows images, processes, signals
 * and measurements, and nothing of ECS.
 */
export interface TaskDriver {
  /** Rejects with a ContainerError in the words of Docker's daemon where there is no such image. */
  pull(image: string): Promise<void>;
  /** Rejects with a ContainerError where the container cannot be started. */
  start(spec: ContainerSpec, events: ContainerEvents): Promise<Container>;
  /** What each running container used, averaged over the time since the last call, by the container's id. */
  measure(): Promise<ReadonlyMap<string, ContainerUse>>;
  /** Kills every container; none survives. */
  stop(): Promise<void>;
}

export interface ContainerSpec {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly entryPoint?: readonly string[] | undefined;
  readonly command?: readonly string[] | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** TCP ports that the container listens on, as its own network namespace has them. */
  readonly containerPorts: readonly number[];
  readonly links: readonly Link[];
  /** Containers that run already and share the network with this one: it finds them on localhost. */
  readonly neighbourIds?: readonly string[];
  /**
   * What the container may use at most, and what it is sure to get; a driver that cannot hold it to that leaves it be.
   */
  readonly memoryMiB?: number | undefined;
  readonly memoryReservationMiB?: number | undefined;
  readonly cpuUnits?: number | undefined;
}

/** Docker's `links`: the container finds the target, which runs already, under the alias. */
export interface Link {
  readonly alias: string;
  readonly targetId: string;
}

export interface ContainerEvents {
  /** One line of stdout or stderr, without its end. */
  output(line: string): void;
  /**
   * 128 + the signal's number where a signal ended it: 143 after SIGTERM, 137 after SIGKILL. The reason is the agent's,
   * such as OutOfMemoryError.
   */
  exited(exitCode: number, reason?: string): void;
}

export interface Container {
  /** Where each container port can really be reached. */
  readonly addresses: ReadonlyMap<number, Address>;
  signal(signal: 'SIGTERM' | 'SIGKILL'): void;
  /**
   * Runs a health check command (`CMD …` or `CMD-SHELL …`) inside; true for exit code 0 within `timeoutMs` of emulated
   * time.
   */
  check(command: readonly string[], timeoutMs: number): Promise<boolean>;
}

export interface ContainerUse {
  /** Average CPU units, of which a core has 1,024. */
  readonly cpuUnits: number;
  readonly memoryMiB: number;
}

/** A failure of the daemon; the agent puts its own kind (CannotPullContainerError and so on) in front. */
export class ContainerError extends Error {}
