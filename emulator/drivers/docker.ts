import type { Clock } from '../core/clock.ts';
import type { Address } from '../core/network.ts';
import { cpuMeter } from './cpu-meter.ts';
import { containerRequest } from './docker/container-request.ts';
import type { Engine } from './docker/engine.ts';
import { dockerEngine } from './docker/engine.ts';
import { outputLines } from './docker/frames.ts';
import { runInContainer } from './docker/health-command.ts';
import { DRIVER_LABEL, OWNER_LABEL, removeContainer, removeContainersOf, removeOrphans } from './docker/leftovers.ts';
import { readContainer } from './docker/readings.ts';
import type { Container, ContainerEvents, ContainerSpec, ContainerUse, TaskDriver } from './driver.ts';

export interface DockerDriverOptions {
  /** The engine's unix socket; see docker/socket.ts. */
  readonly socketPath: string;
  readonly clock: Clock;
  /** How many emulated vCPUs a real core counts for; 1 by default. */
  readonly vcpusPerCore?: number | undefined;
}

interface Running {
  readonly dockerId: string;
  /** Real milliseconds since the epoch. */
  readonly startedAt: number;
}

interface InspectedContainer {
  readonly State: { readonly StartedAt: string; readonly ExitCode: number; readonly OOMKilled: boolean };
  readonly Config: { readonly StopSignal?: string };
  readonly NetworkSettings: { readonly Ports: Readonly<Record<string, readonly { HostPort: string }[] | null>> };
}

let drivers = 0;

/** Containers as containers. Images are those that the engine has: nothing is pulled from a registry. */
export function dockerDriver({ socketPath, clock, vcpusPerCore = 1 }: DockerDriverOptions): TaskDriver {
  const engine = dockerEngine(socketPath);
  const meter = cpuMeter<string>(vcpusPerCore);
  const name = `${process.pid}-${++drivers}`;
  const labels = { [OWNER_LABEL]: String(process.pid), [DRIVER_LABEL]: name };
  const running = new Map<string, Running>();
  let cleared: Promise<void> | undefined;

  const start = async (spec: ContainerSpec, events: ContainerEvents): Promise<Container> => {
    cleared ??= removeOrphans(engine);
    await cleared;
    const body = containerRequest(spec, labels, (id) => running.get(id)?.dockerId);
    const query = new URLSearchParams({ name: `${spec.name}-${spec.id}` });
    const { Id } = await engine.call<{ Id: string }>('POST', `/containers/create?${query}`, body);
    try {
      await engine.call('POST', `/containers/${Id}/start`);
    } catch (error) {
      await removeContainer(engine, Id);
      throw error;
    }
    const { State, Config, NetworkSettings } = await inspected(engine, Id);
    running.set(spec.id, { dockerId: Id, startedAt: Date.parse(State.StartedAt) });
    const ended = async (): Promise<void> => {
      const end = await endOf(engine, Id, events);
      running.delete(spec.id);
      await removeContainer(engine, Id);
      events.exited(end.exitCode, end.reason);
    };
    void ended();
    return {
      addresses: addressesIn(NetworkSettings.Ports),
      signal: (signal) => {
        const named = signal === 'SIGTERM' ? (Config.StopSignal ?? signal) : signal;
        // One that has ended by itself in between needs no signal.
        engine.call('POST', `/containers/${Id}/kill?signal=${named}`).catch(() => undefined);
      },
      check: (command, timeoutMs) => runInContainer({ engine, after: clock.after }, Id, command, timeoutMs),
    };
  };

  const measure = async (): Promise<ReadonlyMap<string, ContainerUse>> => {
    const read = await Promise.all(
      [...running].map(async ([id, { dockerId, startedAt }]) => ({
        id,
        reading: await readContainer(engine, dockerId, startedAt),
      })),
    );
    return meter.average(new Map(read.flatMap(({ id, reading }) => (reading ? [[id, reading] as const] : []))));
  };

  return {
    pull: async (image) => void (await engine.call('GET', `/images/${encodeURI(image)}/json`)),
    start,
    measure,
    stop: () => removeContainersOf(engine, name),
  };
}

const inspected = (engine: Engine, id: string): Promise<InspectedContainer> =>
  engine.call('GET', `/containers/${id}/json`);

/** Hands on the container's output until it has ended. */
async function endOf(
  engine: Engine,
  id: string,
  events: ContainerEvents,
): Promise<{ readonly exitCode: number; readonly reason?: string }> {
  const lines = outputLines(events.output);
  try {
    const output = await engine.stream('GET', `/containers/${id}/logs?follow=true&stdout=true&stderr=true`);
    for await (const chunk of output as AsyncIterable<Buffer>) lines.write(chunk);
    await engine.call('POST', `/containers/${id}/wait`);
    const { State } = await inspected(engine, id);
    lines.end();
    const reason = 'OutOfMemoryError: Container killed due to memory usage';
    return State.OOMKilled ? { exitCode: State.ExitCode, reason } : { exitCode: State.ExitCode };
  } catch (error) {
    // The engine is gone, or has removed the container under the agent's eyes: on AWS, too, nobody knows its code then.
    return { exitCode: 137, reason: `CannotInspectContainerError: ${(error as Error).message}` };
  }
}

function addressesIn(ports: InspectedContainer['NetworkSettings']['Ports']): ReadonlyMap<number, Address> {
  return new Map(
    Object.entries(ports).flatMap(([name, bindings]): [number, Address][] => {
      const [binding] = bindings ?? [];
      return binding && name.endsWith('/tcp')
        ? [[Number.parseInt(name, 10), { host: '127.0.0.1', port: Number(binding.HostPort) }]]
        : [];
    }),
  );
}
