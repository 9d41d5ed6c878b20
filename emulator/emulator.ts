import type { Clock } from './core/clock.ts';
import { scaledClock } from './core/clock.ts';
import type { DelegatedCall } from './core/create-world.ts';
import { seededRandom } from './core/random.ts';
import type { Sabotage } from './core/sabotage.ts';
import type { ListenerAddress, World } from './core/world.ts';
import { expectEngine, socketOf } from './drivers/docker/socket.ts';
import { dockerDriver } from './drivers/docker.ts';
import type { TaskDriver } from './drivers/driver.ts';
import { type Images, pullableNames, readImages } from './drivers/images.ts';
import { HEALTHY, noneDriver, type Outcome } from './drivers/none.ts';
import { processDriver } from './drivers/process.ts';
import { processFunctions, readFunctions } from './drivers/process-functions.ts';
import { createActionRecord } from './http/action-record.ts';
import { createActionUsage } from './http/action-usage.ts';
import type { Account } from './http/answer.ts';
import { createFaults } from './http/faults.ts';
import type { RequestLog } from './http/request-log.ts';
import { createRequestLog } from './http/request-log.ts';
import { openFront } from './http/server.ts';
import type { Authorizer } from './iam/authorization.ts';
import { createAuthorizer } from './iam/authorizer.ts';
import type { Regions } from './regions.ts';
import { createRegions } from './regions.ts';

export interface EmulatorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Twelve digits. */
  readonly account?: string;
  /** How many times as fast as real time emulated time runs; 1 by default. */
  readonly scale?: number;
  /** The same seed gives the same ids and latencies. */
  readonly seed?: number;
  readonly sabotage?: readonly Sabotage[];
  /**
   * What runs tasks: processes (the default), containers of a Docker engine, or nothing at all: then every task is
   * healthy.
   */
  readonly driver?: 'process' | 'docker' | 'none';
  /** With driver `none`: what becomes of containers, by image name or glob. By default every one is healthy. */
  readonly outcomes?: Readonly<Record<string, Outcome>>;
  /** File that says which command stands for which image; without it no image can be pulled. */
  readonly images?: string;
  /** File that says which command stands for which Lambda function; without it there are none. */
  readonly functions?: string;
  /** With driver `docker`: the engine, as DOCKER_HOST names it; by default `unix:///var/run/docker.sock`. */
  readonly dockerHost?: string | undefined;
  /** With the drivers `process` and `docker`: how many emulated vCPUs a real core counts for; 1 by default. */
  readonly vcpusPerCore?: number;
  /** Judge every client's requests by its policies; otherwise every access key may do everything. */
  readonly enforceIam?: boolean;
  /** With `enforceIam`: the access keys of an administrator; `emulator` by default. */
  readonly adminKeys?: readonly string[];
  /** File to append to: which actions clients that give an app id needed, see http/action-record.ts. */
  readonly recordActions?: string | undefined;
  /** Take web identity tokens without proof of their issuer; by default every one is refused. */
  readonly acceptUnprovenTokens?: boolean;
  /** Told of every error of the emulator's own; by default they go to stderr. */
  readonly onDefect?: (error: unknown) => void;
}

export interface Emulator {
  readonly port: number;
  /** The endpoint for every service and region. */
  readonly url: string;
  readonly requests: RequestLog;
  /** Where the load balancers' listeners of all regions really listen. */
  listeners(): readonly ListenerAddress[];
  world(region: string): World;
  /** Ends every listener, timer and process that the emulator started. */
  stop(): Promise<void>;
}

/**
 * Starts an AWS account on 127.0.0.1. Rejects where the port is taken, a file cannot be read or no Docker engine
 * answers.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { account = '123456789012', scale = 1, seed = 1, onDefect = report } = options;
  const clock = scaledClock(scale);
  const random = seededRandom(seed);
  const images = options.images === undefined ? {} : readImages(options.images);
  const driver = await taskDrivers(options, images, clock);
  const commands = options.functions === undefined ? {} : readFunctions(options.functions);
  const functions = () => processFunctions({ functions: commands, clock });
  const sabotage = options.sabotage ?? [];
  const record = options.recordActions === undefined ? undefined : createActionRecord(options.recordActions);
  const admit = async (call: DelegatedCall): Promise<void> => {
    const { accessKeyId, appId } = call.caller;
    const { permissions, refusal } = await authorizer.authorize({ ...call, accessKeyId });
    if (appId !== undefined) record?.add(appId, 'cloudformation', permissions);
    if (refusal) throw refusal;
  };
  const regions = createRegions({
    account,
    clock,
    random,
    sabotage,
    driver,
    functions,
    images: pullableNames(images),
    acceptUnprovenTokens: options.acceptUnprovenTokens,
    admit: record || options.enforceIam ? admit : undefined,
    onDefect,
  });
  const requests = createRequestLog();
  const actions = createActionUsage();
  const faults = createFaults(clock.now);
  const authorizer = authorizerOf(options, account, clock, regions);
  const served: Account = {
    now: clock.now,
    requestId: random.uuid,
    caller: (accessKeyId, service) => {
      authorizer.checkKey(accessKeyId, service);
      return regions.sts.caller(accessKeyId);
    },
    authorize: authorizer.authorize,
    perform: (region, service, ...call) => regions.worldFor(region, service).perform(service, ...call),
    faults,
    log: (request) => {
      requests.add(request);
      actions.add(request);
      if (request.appId !== undefined) record?.add(request.appId, 'client', request.permissions);
    },
    defect: onDefect,
  };
  const listeners = (): readonly ListenerAddress[] =>
    regions.worlds().flatMap(({ services }) => services.elbv2?.listeners?.() ?? []);
  const front = await openFront(options.port ?? 0, served, {
    requests,
    actions,
    faults,
    listeners,
    health: () => ({
      status: 'ok',
      account,
      regions: regions.worlds().map(({ region }) => region),
      scale,
      now: clock.now(),
    }),
  });
  return {
    port: front.port,
    url: `http://127.0.0.1:${front.port}`,
    requests,
    listeners,
    world: regions.world,
    stop: async () => {
      await front.close();
      clock.stop();
      await regions.stop();
    },
  };
}

function authorizerOf(options: EmulatorOptions, account: string, clock: Clock, regions: Regions): Authorizer {
  const { enforceIam = false, adminKeys = ['emulator'] } = options;
  return createAuthorizer({
    account,
    now: clock.now,
    adminKeys: enforceIam ? new Set(adminKeys) : undefined,
    sessionPolicies: regions.sts.sessionPolicies,
    call: (region, service, ...call) => regions.worldFor(region, service).call(service, ...call),
  });
}

async function taskDrivers(options: EmulatorOptions, images: Images, clock: Clock): Promise<() => TaskDriver> {
  const { driver = 'process', vcpusPerCore } = options;
  switch (driver) {
    case 'process':
      return () => processDriver({ images, clock, vcpusPerCore });
    case 'docker': {
      const socketPath = socketOf(options.dockerHost);
      await expectEngine(socketPath);
      return () => dockerDriver({ socketPath, clock, vcpusPerCore });
    }
    case 'none':
      return () => noneDriver({ clock, outcomes: options.outcomes ?? { '**': HEALTHY } });
  }
}

function report(error: unknown): void {
  console.error('emulator defect:', error);
}
