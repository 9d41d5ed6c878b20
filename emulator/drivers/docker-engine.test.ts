import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { scaledClock } from '../core/clock.ts';
import { dockerEngine } from './docker/engine.ts';
import { expectEngine, socketOf } from './docker/socket.ts';
import { dockerDriver } from './docker.ts';
import type { ContainerSpec, TaskDriver } from './driver.ts';
import { hasBusybox, importBusybox } from './testing/docker-image.ts';

/** Why there is no engine to test with; undefined where there is. */
async function missing(): Promise<string | undefined> {
  if (!hasBusybox()) return 'this machine has no /bin/busybox to make an image of';
  try {
    await expectEngine(socketOf(process.env['DOCKER_HOST']));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const why = await missing();
const IMAGE = 'ecs-gitops-test/busybox:v1';
const WEB = ['httpd', '-f', '-p', '8080', '-h', '/www'];
const clock = scaledClock(1);

(why === undefined ? describe : describe.skip)(`a container of a real engine${why ? ` (skipped: ${why})` : ''}`, () => {
  const socketPath = why === undefined ? socketOf(process.env['DOCKER_HOST']) : '';
  const engine = dockerEngine(socketPath);
  const driver: TaskDriver = dockerDriver({ socketPath, clock });
  let started = 0;

  beforeAll(async () => {
    await importBusybox(socketPath, IMAGE);
  });
  afterAll(async () => {
    clock.stop();
    await engine.call('DELETE', `/images/${IMAGE}?force=true`);
  });
  afterEach(() => driver.stop());

  async function start(command: readonly string[], more: Partial<ContainerSpec> = {}) {
    const exit = Promise.withResolvers<readonly [number, string?]>();
    const lines: string[] = [];
    const printed = Promise.withResolvers<void>();
    const id = `${process.pid}-${++started}`;
    const container = await driver.start(
      { id, name: 'ecs-test', image: IMAGE, command, environment: {}, containerPorts: [], links: [], ...more },
      {
        output: (line) => {
          lines.push(line);
          printed.resolve();
        },
        exited: (code, reason) => exit.resolve(reason === undefined ? [code] : [code, reason]),
      },
    );
    return { id, container, lines, exit: exit.promise, printed: printed.promise };
  }

  test('answers on a port of loopback that Docker chose', async () => {
    const { container } = await start(WEB, { containerPorts: [8080] });
    const address = container.addresses.get(8080);
    expect(address?.host).toBe('127.0.0.1');
    expect(await (await fetch(`http://127.0.0.1:${address?.port}/`)).text()).toBe('hello');
  });

  test('finds another over a link, under its alias', async () => {
    const app = await start(WEB, { containerPorts: [8080] });
    const asks = 'wget -q -O - http://app:8080/; echo; echo $APP_PORT_8080_TCP_PORT; echo $COLOR';
    const { lines, exit } = await start(['sh', '-c', asks], {
      links: [{ alias: 'app', targetId: app.id }],
      environment: { COLOR: 'blue' },
    });
    expect(await exit).toEqual([0]);
    expect(lines).toEqual(['hello', '8080', 'blue']);
  });

  test('hands on both outputs and its exit code', async () => {
    const { lines, exit } = await start(['sh', '-c', 'echo out; echo err >&2; exit 7']);
    expect(await exit).toEqual([7]);
    expect(lines.toSorted()).toEqual(['err', 'out']);
  });

  test('is told to stop by the stop signal of its image', async () => {
    const { container, exit, printed } = await start([
      'sh',
      '-c',
      'trap "exit 3" QUIT; echo up; while :; do sleep 0.1; done',
    ]);
    await printed;
    container.signal('SIGTERM');
    expect(await exit).toEqual([3]);
  });

  test('that ignores its stop signal is ended by SIGKILL', async () => {
    const { container, exit, printed } = await start([
      'sh',
      '-c',
      'trap "echo heard" QUIT; echo up; while :; do sleep 0.1; done',
    ]);
    await printed;
    container.signal('SIGTERM');
    container.signal('SIGKILL');
    expect(await exit).toEqual([137]);
  });

  test('that takes more memory than its limit is killed, and says so', async () => {
    const { exit } = await start(['tail', '/dev/zero'], { memoryMiB: 16 });
    expect(await exit).toEqual([137, 'OutOfMemoryError: Container killed due to memory usage']);
  });

  test('runs its health check inside', async () => {
    const { container } = await start(WEB);
    expect(await container.check(['CMD-SHELL', 'wget -q -O - http://127.0.0.1:8080/ || exit 1'], 5000)).toBe(true);
    expect(await container.check(['CMD', 'false'], 5000)).toBe(false);
    expect(await container.check(['CMD', 'no-such-command'], 5000)).toBe(false);
    expect(await container.check(['CMD', 'sleep', '60'], 50)).toBe(false);
  });

  test('is measured while it runs', async () => {
    const busy = await start(['sh', '-c', 'echo up; while :; do :; done']);
    const idle = await start(['sleep', '60']);
    await busy.printed;
    const uses = await driver.measure();
    expect(uses.get(busy.id)?.cpuUnits).toBeGreaterThan(uses.get(idle.id)?.cpuUnits ?? Number.POSITIVE_INFINITY);
    expect(uses.get(idle.id)?.memoryMiB).toBeGreaterThan(0);
  });

  test('does not start without its command, and is not made of an image that is not there', async () => {
    await expect(start(['no-such-command'])).rejects.toThrow(/^Error response from daemon: .*no-such-command/);
    await expect(driver.pull('ecs-gitops-test/absent:v1')).rejects.toThrow(
      /^Error response from daemon: .*No such image: ecs-gitops-test\/absent:v1$/,
    );
    await expect(driver.pull(IMAGE)).resolves.toBeUndefined();
  });

  test('is gone when the driver stops', async () => {
    const { exit } = await start(['sleep', '60']);
    await driver.stop();
    expect((await exit)[0]).toBe(137);
    const filters = encodeURIComponent(JSON.stringify({ label: [`ecs-gitops.emulator=${process.pid}`] }));
    expect(await engine.call('GET', `/containers/json?all=true&filters=${filters}`)).toEqual([]);
  });
});
