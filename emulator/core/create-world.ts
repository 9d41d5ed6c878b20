import { conformOutput } from '../protocol/conform.ts';
import type { ServiceModel } from '../protocol/model.ts';
import { loadModel } from '../protocol/model.ts';
import { normalised } from '../protocol/refusal.ts';
import { validateInput } from '../protocol/validate.ts';
import type { Clock } from './clock.ts';
import { AwsError } from './errors.ts';
import { drawLatency } from './latencies.ts';
import { createNetwork } from './network.ts';
import type { Random } from './random.ts';
import type { Sabotage } from './sabotage.ts';
import type { CallContext, Caller, Service, ServiceName, World, WorldEvents } from './world.ts';

export type Services = Readonly<Partial<Record<ServiceName, Service>>>;

export interface WorldOptions {
  readonly account: string;
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly sabotage?: Iterable<Sabotage> | undefined;
  /**
   * Makes the services that live in this world; they may subscribe to events at once, but call each other only later.
   */
  readonly services: (world: World) => Services;
  /** Asked before a call that one of AWS's services makes to another in a client's name; throws what refuses it. */
  readonly admit?: ((call: DelegatedCall) => Promise<void>) | undefined;
  /** Told of every error that no AWS client would be told of: the emulator itself is wrong. */
  readonly onDefect: (error: unknown) => void;
}

export interface DelegatedCall {
  readonly region: string;
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: object;
  readonly caller: Caller & { readonly accessKeyId: string };
}

export interface CreatedWorld extends World {
  readonly services: Services;
  /** Carries out a client's request: validation, the operation, and the check that AWS could have answered so. */
  perform(service: ServiceName, operation: string, input: unknown, context: CallContext): Promise<object>;
}

export function createWorld(options: WorldOptions): CreatedWorld {
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
    call: async <Output>(
      name: ServiceName,
      operation: string,
      input: object,
      caller: Caller = root,
    ): Promise<Output> => {
      const { accessKeyId } = caller;
      if (accessKeyId !== undefined)
        await options.admit?.({ region, service: name, operation, input, caller: { ...caller, accessKeyId } });
      // A caller never finds the callee's work half done within its own turn, as over a network.
      await undefined;
      return (await perform(name, operation, input, { requestId: random.uuid(), caller, internal: true })) as Output;
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

  async function perform(name: ServiceName, operation: string, input: unknown, context: CallContext): Promise<object> {
    const model = loadModel(name);
    const handler = services[name]?.operations[operation];
    if (!handler) throw notServed(model, operation);
    const valid = validateInput(model, operation, input);
    try {
      return conformOutput(model, operation, await handler(valid as never, context));
    } catch (error) {
      throw error instanceof AwsError ? normalised(error, model) : error;
    }
  }

  return { ...world, services, perform };
}

function notServed(model: ServiceModel, operation: string): AwsError {
  const code = model.metadata.xmlNamespace === undefined ? 'UnknownOperationException' : 'InvalidAction';
  return new AwsError(code, `This emulator serves no operation ${operation} of ${model.service}`);
}
