import type { Clock } from '../core/clock.ts';
import type { Address } from '../core/network.ts';
import type { Container, ContainerEvents, ContainerSpec, TaskDriver } from './driver.ts';
import { findImage, unknownImage } from './images.ts';

/** What becomes of a container that is nothing. Times are emulated. */
export interface Outcome {
  /** What every request to it, and so a target's health check, is answered with. */
  readonly status?: number;
  /** Exits by itself: `afterMs` after its start, with this code. */
  readonly exits?: { readonly code: number; readonly afterMs: number };
  /** What a container health check finds; passed by default. */
  readonly passesHealthCheck?: boolean;
  /** How long it takes to end after SIGTERM; without it it ends at once, with code 143. 'never' waits for SIGKILL. */
  readonly endsAfterMs?: number | 'never';
  readonly cpuUnits?: number;
  readonly memoryMiB?: number;
  readonly prints?: readonly string[];
}

export const HEALTHY: Outcome = { status: 200 };
export const NEVER_HEALTHY: Outcome = { status: 503, passesHealthCheck: false };
export const CRASHES: Outcome = { exits: { code: 1, afterMs: 500 } };

export interface NoneDriverOptions {
  readonly clock: Clock;
  /** By image name or glob; an image that is not there cannot be pulled. Read anew for each container. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** Tasks as nothing, for virtual time: no process, no socket, and outcomes that are chosen. */
export function noneDriver({ clock, outcomes }: NoneDriverOptions): TaskDriver {
  const running = new Map<string, Outcome>();
  let stopped = false;

  const outcomeOf = (image: string): Outcome => {
    const outcome = findImage(outcomes, image);
    if (!outcome) throw unknownImage(image);
    return outcome;
  };

  const start = async (spec: ContainerSpec, events: ContainerEvents): Promise<Container> => {
    const outcome = outcomeOf(spec.image);
    running.set(spec.id, outcome);
    const exit = (code: number): void => {
      if (!stopped && running.delete(spec.id)) events.exited(code);
    };
    const { exits, endsAfterMs = 0, status = 200, passesHealthCheck = true } = outcome;
    for (const line of outcome.prints ?? []) events.output(line);
    if (exits) clock.after(exits.afterMs, () => exit(exits.code));
    return {
      addresses: new Map(spec.containerPorts.map((port): [number, Address] => [port, nowhere(port, status)])),
      signal: (signal) => {
        if (signal === 'SIGKILL') clock.after(0, () => exit(137));
        else if (endsAfterMs !== 'never') clock.after(endsAfterMs, () => exit(143));
      },
      check: async () => passesHealthCheck,
    };
  };

  return {
    pull: async (image) => void outcomeOf(image),
    start,
    measure: async () =>
      new Map([...running].map(([id, { cpuUnits = 0, memoryMiB = 0 }]) => [id, { cpuUnits, memoryMiB }])),
    stop: async () => {
      stopped = true;
      running.clear();
    },
  };
}

const nowhere = (port: number, status: number): Address => ({ host: '127.0.0.1', port, answers: status });
