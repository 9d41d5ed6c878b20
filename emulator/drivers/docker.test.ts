import { afterEach, describe, expect, test } from '@jest/globals';
import { scaledClock } from '../core/clock.ts';
import { startEmulator } from '../emulator.ts';
import { expectEngine, socketOf } from './docker/socket.ts';
import { dockerDriver } from './docker.ts';
import type { ContainerSpec } from './driver.ts';
import type { EngineAnswer, FakeEngine } from './testing/fake-engine.ts';
import { openFakeEngine } from './testing/fake-engine.ts';

const engines: FakeEngine[] = [];
const clock = scaledClock(20);

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

async function fake(answers: Readonly<Record<string, EngineAnswer>>) {
  const engine = await openFakeEngine(answers);
  engines.push(engine);
  return { engine, driver: dockerDriver({ socketPath: engine.socketPath, clock }) };
}

const SPEC: ContainerSpec = {
  id: 'id1',
  name: 'ecs-web-1-app',
  image: 'app:v1',
  command: ['serve'],
  environment: { COLOR: 'blue' },
  containerPorts: [8080],
  links: [],
  memoryMiB: 128,
  memoryReservationMiB: 64,
  cpuUnits: 0,
};

const STARTED = {
  'GET /containers/json': { body: [] },
  'POST /containers/create': { body: { Id: 'c1' } },
  'POST /containers/c1/start': { status: 204 },
  'GET /containers/c1/json': {
    body: {
      State: { StartedAt: '2026-11-24T00:00:00Z', ExitCode: 137, OOMKilled: true },
      Config: { StopSignal: 'SIGQUIT' },
      NetworkSettings: { Ports: { '8080/tcp': [{ HostIp: '127.0.0.1', HostPort: '32768' }], '53/udp': null } },
    },
  },
  'GET /containers/c1/logs': { body: Buffer.from([1, 0, 0, 0, 0, 0, 0, 3, ...Buffer.from('hi\n')]) },
  'POST /containers/c1/wait': { body: { StatusCode: 137 } },
  'POST /containers/c1/kill': { status: 204 },
  'DELETE /containers/c1': { status: 204 },
};

describe('the engine', () => {
  test('is asked for a container with its limits, and ports on loopback', async () => {
    const { engine, driver } = await fake(STARTED);
    const lines: string[] = [];
    const exit = Promise.withResolvers<readonly unknown[]>();
    const container = await driver.start(SPEC, {
      output: (line) => lines.push(line),
      exited: (...end) => exit.resolve(end),
    });
    expect([...container.addresses]).toEqual([[8080, { host: '127.0.0.1', port: 32768 }]]);
    expect(await exit.promise).toEqual([137, 'OutOfMemoryError: Container killed due to memory usage']);
    expect(lines).toEqual(['hi']);
    const create = engine.requests.find(({ path }) => path.startsWith('/containers/create'));
    expect(create).toEqual({
      method: 'POST',
      path: '/containers/create?name=ecs-web-1-app-id1',
      body: {
        Image: 'app:v1',
        Cmd: ['serve'],
        Env: ['COLOR=blue'],
        Labels: {
          'ecs-gitops.emulator': String(process.pid),
          'ecs-gitops.driver': expect.stringMatching(`^${process.pid}-`),
        },
        ExposedPorts: { '8080/tcp': {} },
        HostConfig: {
          PortBindings: { '8080/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }] },
          Links: [],
          Memory: 134_217_728,
          MemoryReservation: 67_108_864,
          CpuShares: 2,
        },
      },
    });
    expect(engine.requests.at(-1)).toMatchObject({ method: 'DELETE', path: '/containers/c1?force=true&v=true' });
  });

  test('says itself why an image cannot be had', async () => {
    const { driver } = await fake({
      'GET /images/a/b:v1/json': { status: 404, body: { message: 'No such image: a/b:v1' } },
    });
    await expect(driver.pull('a/b:v1')).rejects.toThrow('Error response from daemon: No such image: a/b:v1');
  });

  test('says itself why a container does not start, which is then removed', async () => {
    const refused = { status: 400, body: { message: 'exec: "serve": executable file not found in $PATH' } };
    const { engine, driver } = await fake({ ...STARTED, 'POST /containers/c1/start': refused });
    const start = driver.start(SPEC, { output: () => {}, exited: () => {} });
    await expect(start).rejects.toThrow('Error response from daemon: exec: "serve": executable file not found');
    expect(engine.requests.at(-1)?.method).toBe('DELETE');
  });

  test('is rid of the containers of emulators that are gone, and of its own at the end', async () => {
    const owned = (Id: string, pid: number) => ({ Id, Labels: { 'ecs-gitops.emulator': String(pid) } });
    // No process has this id: Linux gives none beyond 4,194,304.
    const listed = { body: [owned('gone', 99_999_999), owned('mine', process.pid)] };
    const { engine, driver } = await fake({ ...STARTED, 'GET /containers/json': listed });
    const exit = Promise.withResolvers<void>();
    await driver.start(SPEC, { output: () => {}, exited: () => exit.resolve() });
    await exit.promise;
    const removed = () =>
      engine.requests.flatMap(({ method, path }) => (method === 'DELETE' ? [path.split('?')[0]] : []));
    expect(removed()).toEqual(['/containers/gone', '/containers/c1']);
    await driver.stop();
    expect(removed()).toContain('/containers/mine');
  });

  test('that has gone away leaves a container without an exit code of its own', async () => {
    const { driver } = await fake({
      ...STARTED,
      'GET /containers/c1/logs': { status: 500, body: { message: 'gone' } },
    });
    const exit = Promise.withResolvers<readonly unknown[]>();
    await driver.start(SPEC, { output: () => {}, exited: (...end) => exit.resolve(end) });
    expect(await exit.promise).toEqual([137, 'CannotInspectContainerError: Error response from daemon: gone']);
  });
});

describe('without an engine', () => {
  test('the emulator does not start, and says what to do', async () => {
    const start = startEmulator({ driver: 'docker', dockerHost: 'unix:///nowhere/docker.sock' });
    await expect(start).rejects.toThrow(
      /^No Docker engine answers: Cannot connect to the Docker daemon at unix:\/\/\/nowhere\/docker\.sock: .*ENOENT.*\. Start one, point DOCKER_HOST=unix:\/\/\/PATH at one that runs, or use --driver process\.$/,
    );
  });

  test('an engine elsewhere is none', () => {
    expect(() => socketOf('tcp://192.0.2.1:2375')).toThrow('DOCKER_HOST is tcp://192.0.2.1:2375');
    expect(socketOf()).toBe('/var/run/docker.sock');
  });

  test('one that answers is enough', async () => {
    const { engine } = await fake({ 'GET /_ping': {} });
    await expect(expectEngine(engine.socketPath)).resolves.toBeUndefined();
  });
});
