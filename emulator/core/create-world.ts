import { conformOutput } from '../protocol/conform.ts';
import { loadModel } from '../protocol/model.ts';
import { validateInput } from '../protocol/validate.ts';
import type { Clock } from './clock.ts';
import { AwsError } from './errors.ts';
import { drawLatency } from './latencies.ts';
import { createNetwork } from './network.ts';
import type { Random } from './random.ts';
import type { Sabotage, Service, ServiceName, World, WorldEvents } from './world.ts';

export type Services = Readonly<Partial<Record<ServiceName, Service>>>;

export interface WorldOptions {
  readonly account: string;
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly sabotage?: Iterable<Sabotage> | undefined;
  /** Makes the services that live in this world; they may subscribe to events at once, but call each other only later. */
  readonly services: (world: World) => Services;
  /** Told of every error that no AWS client would be told of: the emulator itself is wrong. */
  readonly onDefect: (error: unknown) => void;
}

export function createWorld(options: WorldOptions): World & { readonly services: Services } {
  const { account, region, clock, random, onDefect } = options;
  const listeners = new Map<keyof WorldEvents, ((event: never) => void)[]>();
  const root = { arn: `arn:aws:iam::${account}:root` };
  const world: World = {
    account,
    region,
    clock,
    random,
    network: createNetwork(),
    sabotage: new Set(options.sabotage),
    latency: (name) => drawLatency(name, random),
    call: async <Output>(name: ServiceName, operation: string, input: object, caller = root): Promise<Output> => {
      // A caller never finds the callee's work half done within its own turn, as over a network.
      await undefined;
      const model = loadModel(name);
      const handler = services[name]?.operations[operation];
      if (!handler) throw new AwsError('InvalidAction', `This emulator serves no operation ${operation} of ${name}`);
      const valid = validateInput(model, operation, input);
      const output = await handler(valid as never, { requestId: random.uuid(), caller, internal: true });
      return conformOutput(model, operation, output) as Output;
    },
    on: (name, listener) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    emit: (name, event) => {
      for (const listener of listeners.get(name) ?? [])
        world.background(Promise.resolve().then(() => listener(event as never)));
    },
    background: (work) => {
      work.catch(onDefect);
    },
  };
  const services = options.services(world);
  return { ...world, services };
}
