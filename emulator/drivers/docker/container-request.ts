import type { ContainerSpec } from '../driver.ts';

const MIB = 2 ** 20;

/** The body of a request to create a container, from what the ECS agent wants. */
export function containerRequest(
  spec: ContainerSpec,
  labels: Readonly<Record<string, string>>,
  idOf: (containerId: string) => string | undefined,
): object {
  const ports = spec.containerPorts.map((port) => `${port}/tcp`);
  return {
    Image: spec.image,
    Entrypoint: spec.entryPoint,
    Cmd: spec.command,
    Env: Object.entries(spec.environment).map(([name, value]) => `${name}=${value}`),
    Labels: labels,
    ExposedPorts: Object.fromEntries(ports.map((port) => [port, {}])),
    HostConfig: {
      // The instance's own ports are the emulator's affair: Docker takes free ones of loopback.
      PortBindings: Object.fromEntries(ports.map((port) => [port, [{ HostIp: '127.0.0.1', HostPort: '' }]])),
      Links: spec.links.flatMap(({ alias, targetId }) => {
        const target = idOf(targetId);
        return target === undefined ? [] : [`${target}:${alias}`];
      }),
      Memory: spec.memoryMiB === undefined ? undefined : spec.memoryMiB * MIB,
      MemoryReservation: spec.memoryReservationMiB === undefined ? undefined : spec.memoryReservationMiB * MIB,
      // Of the processor the kernel gives two shares at least, as the agent does for a container that asks for none.
      CpuShares: spec.cpuUnits === undefined ? undefined : Math.max(2, spec.cpuUnits),
    },
  };
}
