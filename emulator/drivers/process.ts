import type { Clock } from '../core/clock.ts';
import type { Address } from '../core/network.ts';
import { exitCodeOf, forwardLines, spawnChild } from './child.ts';
import { cpuMeter } from './cpu-meter.ts';
import type { Container, ContainerEvents, ContainerSpec, ContainerUse, TaskDriver } from './driver.ts';
import { ContainerError } from './driver.ts';
import { runHealthCommand } from './health-command.ts';
import type { ImageCommand, Images } from './images.ts';
import { commandLine, countPulls, findImage, unknownImage } from './images.ts';
import { linkVariables } from './links.ts';
import { loopbackPorts } from './loopback-ports.ts';
import { processGroups } from './process-groups.ts';
import { readProcesses } from './process-readings.ts';

export interface ProcessDriverOptions {
  readonly images: Images;
  readonly clock: Clock;
  /** How many emulated vCPUs a real core counts for; 1 by default. */
  readonly vcpusPerCore?: number | undefined;
}

interface Running {
  readonly name: string;
  readonly pid: number;
  readonly addresses: ReadonlyMap<number, Address>;
}

/**
 * Containers as child processes on loopback. A process learns from PORT where it must listen for its first container
 * port, and from PORT_<container port> for each, those of containers that share its network included; the ports are
 * published as if it listened on the container port.
 */
export function processDriver({ images, clock, vcpusPerCore = 1 }: ProcessDriverOptions): TaskDriver {
  const groups = processGroups();
  const ports = loopbackPorts();
  const meter = cpuMeter<number>(vcpusPerCore);
  const running = new Map<string, Running>();
  const pulls = countPulls();

  const imageOf = (name: string): ImageCommand => {
    const image = findImage(images, name);
    if (!image) throw unknownImage(name);
    return image;
  };

  const start = async (spec: ContainerSpec, events: ContainerEvents): Promise<Container> => {
    const image = imageOf(spec.image);
    const addresses = new Map<number, Address>();
    for (const containerPort of new Set([...spec.containerPorts, ...(image.expose ?? [])]))
      addresses.set(containerPort, { host: '127.0.0.1', port: await ports.take() });
    const release = (): void => {
      for (const { port } of addresses.values()) ports.release(port);
    };
    const environment = {
      ...image.environment,
      ...linked(spec),
      ...spec.environment,
      ...neighbourVariables(spec),
      ...portVariables(addresses),
    };
    const argv = commandLine(image, spec);
    const child = await spawnChild({ argv, cwd: image.cwd, environment }).catch((error: Error) => {
      release();
      throw new ContainerError(`Error response from daemon: failed to create task for container: ${error.message}`);
    });
    const pid = child.pid ?? 0;
    groups.add(pid);
    running.set(spec.id, { name: spec.name, pid, addresses });
    forwardLines(child, events.output);
    child.once('exit', () => groups.remove(pid));
    child.once('close', (code, signal) => {
      running.delete(spec.id);
      release();
      events.exited(exitCodeOf(code, signal));
    });
    return {
      addresses,
      signal: (signal) => groups.signal(pid, signal),
      check: async (command, timeoutMs) =>
        image.standIn ||
        runHealthCommand(command, timeoutMs, { cwd: image.cwd, environment, groups, after: clock.after }),
    };
  };

  const linked = ({ name, links }: ContainerSpec): Record<string, string> =>
    Object.assign(
      {},
      ...links.map(({ alias, targetId }) => linkVariables(alias, name, running.get(targetId)?.addresses ?? new Map())),
    );

  /** Where loopback stands for the localhost that they share. */
  const neighbourVariables = ({ neighbourIds = [] }: ContainerSpec): Record<string, string> =>
    Object.assign({}, ...neighbourIds.map((id) => containerPortVariables(running.get(id)?.addresses ?? new Map())));

  const measure = async (): Promise<ReadonlyMap<string, ContainerUse>> => {
    const containers = [...running];
    const uses = meter.average(await readProcesses(containers.map(([, { pid }]) => pid)));
    return new Map(
      containers.flatMap(([id, { pid }]) => {
        const use = uses.get(pid);
        return use ? [[id, use] as const] : [];
      }),
    );
  };

  return {
    pull: async (name) => pulls.pull(name, imageOf(name)),
    start,
    measure,
    stop: async () => groups.killAll(),
  };
}

function portVariables(addresses: ReadonlyMap<number, Address>): Record<string, string> {
  const [first] = addresses.values();
  return {
    ...(first ? { PORT: String(first.port) } : {}),
    ...containerPortVariables(addresses),
  };
}

const containerPortVariables = (addresses: ReadonlyMap<number, Address>): Record<string, string> =>
  Object.fromEntries([...addresses].map(([containerPort, { port }]) => [`PORT_${containerPort}`, String(port)]));
