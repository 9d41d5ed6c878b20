import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { scaledClock } from '../core/clock.ts';
import type { Container, ContainerSpec, TaskDriver } from './driver.ts';
import { processDriver } from './process.ts';

const FOLDER = `${import.meta.dirname}/testing`;
const clock = scaledClock(20);
const drivers: TaskDriver[] = [];

function driver(): TaskDriver {
  const images = {
    'app:*': { command: ['node', 'server.mjs'], cwd: FOLDER },
    'sleep:1': { command: ['sleep', '60'], cwd: FOLDER },
    'broken:1': { command: ['no-such-command'], cwd: FOLDER },
  };
  const made = processDriver({ images, clock });
  drivers.push(made);
  return made;
}

afterEach(async () => {
  for (const made of drivers.splice(0)) await made.stop();
});

/** Starts a container and gathers what it does. */
async function start(made: TaskDriver, spec: Partial<ContainerSpec> = {}) {
  const lines: string[] = [];
  const waiting: { readonly text: string; readonly resolve: () => void }[] = [];
  let exited: (code: number) => void = () => {};
  const exit = new Promise<number>((resolve) => {
    exited = resolve;
  });
  const container: Container = await made.start(
    {
      id: 'one',
      name: 'ecs-f-1-app',
      image: 'app:v1',
      environment: {},
      containerPorts: [8080],
      links: [],
      ...spec,
    },
    {
      output: (line) => {
        lines.push(line);
        for (const one of waiting) if (one.text === line) one.resolve();
      },
      exited,
    },
  );
  const printed = (text: string): Promise<void> =>
    lines.includes(text) ? Promise.resolve() : new Promise((resolve) => void waiting.push({ text, resolve }));
  return { container, lines, exit, printed };
}

describe('a container as a process', () => {
  test('listens on the loopback port that PORT names, and sees only its own environment', async () => {
    const { container, printed } = await start(driver(), { environment: { COLOR: 'blue', PORT: '8080' } });
    await printed('ready');
    const address = container.addresses.get(8080);
    const environment = (await (await fetch(`http://127.0.0.1:${address?.port}/`)).json()) as Record<string, string>;
    expect(Object.keys(environment).sort()).toEqual(['COLOR', 'PATH', 'PORT', 'PORT_8080']);
    expect(environment).toMatchObject({ COLOR: 'blue', PORT: String(address?.port) });
  });

  test('hands on its lines of stdout and stderr, and exit code 0 after a SIGTERM that it heeds', async () => {
    const { container, lines, exit, printed } = await start(driver());
    await printed('ready');
    container.signal('SIGTERM');
    expect(await exit).toBe(0);
    expect(lines.toSorted()).toEqual(['got SIGTERM', 'mode polite', 'ready', 'to stderr']);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGKILL', 137],
  ] as const)('that %s ends has exit code %i', async (signal, code) => {
    const { container, exit } = await start(driver(), { image: 'sleep:1' });
    container.signal(signal);
    expect(await exit).toBe(code);
  });

  test('that ends by itself has its own exit code', async () => {
    expect(await (await start(driver(), { environment: { MODE: 'crash' } })).exit).toBe(7);
  });

  test('finds the other end of a link by Docker’s variables', async () => {
    const made = driver();
    const { container: backend } = await start(made, { id: 'backend' });
    const { container, printed } = await start(made, { id: 'proxy', links: [{ alias: 'app-1', targetId: 'backend' }] });
    await printed('ready');
    const answer = await fetch(`http://127.0.0.1:${container.addresses.get(8080)?.port}/`);
    const port = backend.addresses.get(8080)?.port;
    expect(await answer.json()).toMatchObject({
      APP_1_NAME: '/ecs-f-1-app/app-1',
      APP_1_PORT: `tcp://127.0.0.1:${port}`,
      APP_1_PORT_8080_TCP: `tcp://127.0.0.1:${port}`,
      APP_1_PORT_8080_TCP_ADDR: '127.0.0.1',
      APP_1_PORT_8080_TCP_PORT: String(port),
      APP_1_PORT_8080_TCP_PROTO: 'tcp',
    });
  });

  test('finds what shares its network by the container ports', async () => {
    const made = driver();
    const { container: backend } = await start(made, { id: 'backend', containerPorts: [9000] });
    const { container, printed } = await start(made, { id: 'proxy', neighbourIds: ['backend'] });
    await printed('ready');
    const own = container.addresses.get(8080)?.port;
    expect(await (await fetch(`http://127.0.0.1:${own}/`)).json()).toMatchObject({
      PORT: String(own),
      PORT_8080: String(own),
      PORT_9000: String(backend.addresses.get(9000)?.port),
    });
  });

  test('runs the command of the task definition in place of the image’s', async () => {
    const { exit } = await start(driver(), { command: ['node', '-e', 'process.exit(5)'] });
    expect(await exit).toBe(5);
  });

  test('runs health checks inside, and gives up on slow ones', async () => {
    const { container } = await start(driver(), { image: 'sleep:1', environment: { ANSWER: '42' } });
    expect(await container.check(['CMD-SHELL', 'test "$ANSWER" = 42'], 100_000)).toBe(true);
    expect(await container.check(['CMD', 'false'], 100_000)).toBe(false);
    expect(await container.check(['CMD', 'no-such-command'], 100_000)).toBe(false);
    expect(await container.check(['CMD', 'sleep', '30'], 2_000)).toBe(false);
  });

  test('is measured', async () => {
    const made = driver();
    const busy = ['node', '-e', 'console.log("busy"); for (;;) Math.sqrt(Math.random())'];
    const { printed } = await start(made, { command: busy });
    await printed('busy');
    await clock.sleep(8_000);
    const use = (await made.measure()).get('one');
    expect(use?.cpuUnits).toBeGreaterThan(100);
    expect(use?.memoryMiB).toBeGreaterThan(10);
  });
});

describe('what the daemon refuses', () => {
  test('an image that is not there', async () => {
    await expect(driver().pull('registry.example/team/nothing:1')).rejects.toThrow(
      "Error response from daemon: pull access denied for registry.example/team/nothing, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    );
  });
  test('a command that is not there', async () => {
    await expect(start(driver(), { image: 'broken:1' })).rejects.toThrow('no-such-command');
  });
});

test('nothing survives stop', async () => {
  const made = driver();
  const { container, exit, printed } = await start(made, { environment: { MODE: 'stubborn' } });
  await printed('ready');
  await made.stop();
  expect(await exit).toBe(137);
  await expect(fetch(`http://127.0.0.1:${container.addresses.get(8080)?.port}/`)).rejects.toThrow();
});

test('nothing survives an emulator that is killed', async () => {
  const script = `
    import { scaledClock } from '${import.meta.dirname}/../core/clock.ts';
    import { processDriver } from '${import.meta.dirname}/process.ts';
    const driver = processDriver({ images: { i: { command: ['sleep', '60'] } }, clock: scaledClock(1) });
    const spec = { id: '1', name: 'n', image: 'i', environment: {}, containerPorts: [], links: [], command: ['sh', '-c', 'echo $$; exec sleep 60'] };
    await driver.start(spec, { output: (line) => console.log(line), exited: () => {} });
  `;
  const emulator = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [first] = (await once(emulator.stdout, 'data')) as [Buffer];
  const pid = Number(first.toString().trim());
  emulator.kill('SIGKILL');
  await once(emulator, 'exit');
  const gone = (): boolean => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };
  for (let tries = 0; tries < 100 && !gone(); tries++) await clock.sleep(1000);
  expect(gone()).toBe(true);
});
