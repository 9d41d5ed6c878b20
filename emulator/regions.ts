import type { Clock } from './core/clock.ts';
import type { CreatedWorld, DelegatedCall, Services } from './core/create-world.ts';
import { createWorld } from './core/create-world.ts';
import type { Random } from './core/random.ts';
import type { Sabotage } from './core/sabotage.ts';
import type { ServiceName, World } from './core/world.ts';
import type { TaskDriver } from './drivers/driver.ts';
import type { FunctionRunner } from './drivers/functions.ts';
import { createService as createAcm } from './services/acm/service.ts';
import { createService as createApplicationAutoScaling } from './services/application-autoscaling/service.ts';
import { createService as createAutoScaling } from './services/autoscaling/service.ts';
import { createService as createCloudFormation } from './services/cloudformation/service.ts';
import { createService as createCloudWatch } from './services/cloudwatch/service.ts';
import { createService as createEc2 } from './services/ec2/service.ts';
import { createService as createEcr } from './services/ecr/service.ts';
import { createService as createEcs } from './services/ecs/service.ts';
import { createService as createElbv2 } from './services/elbv2/service.ts';
import { createService as createEvents } from './services/events/service.ts';
import { createService as createIam } from './services/iam/service.ts';
import { createService as createLogs } from './services/logs/service.ts';
import { createService as createSecretsManager } from './services/secretsmanager/service.ts';
import { createService as createSns } from './services/sns/service.ts';
import { createService as createSqs } from './services/sqs/service.ts';
import { createService as createSsm } from './services/ssm/service.ts';
import type { SecurityTokenService } from './services/sts/service.ts';
import { createService as createSts } from './services/sts/service.ts';

export interface AccountOptions {
  readonly account: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly sabotage: Iterable<Sabotage>;
  /** Makes what runs the tasks of one region. */
  readonly driver: () => TaskDriver;
  /** Makes what runs the Lambda functions of one region; by default there are none. */
  readonly functions?: () => FunctionRunner;
  /** Names of images that tasks can pull; those of the account's own registries are in ECR. */
  readonly images?: readonly string[];
  readonly acceptUnprovenTokens?: boolean | undefined;
  readonly admit?: ((call: DelegatedCall) => Promise<void>) | undefined;
  readonly onDefect: (error: unknown) => void;
}

/** One account: IAM and STS once, everything else once for each region that is asked for. */
export interface Regions {
  readonly sts: SecurityTokenService;
  /** The world whose services carry out what a client asks for in the region. */
  worldFor(region: string, service: ServiceName): CreatedWorld;
  world(region: string): CreatedWorld;
  /** Those that were asked for. */
  worlds(): readonly CreatedWorld[];
  stop(): Promise<void>;
}

/** Where AWS keeps the services that have no region. */
const HOME = 'us-east-1';

export function createRegions(options: AccountOptions): Regions {
  const global = createWorld({
    ...options,
    region: HOME,
    services: (world) => ({
      iam: createIam(world),
      sts: createSts(world, { takesUnprovenTokens: options.acceptUnprovenTokens }),
    }),
  });
  const worlds = new Map<string, CreatedWorld>();
  const services = (world: World): Services => ({
    ...global.services,
    acm: createAcm(world),
    'application-autoscaling': createApplicationAutoScaling(world),
    autoscaling: createAutoScaling(world),
    cloudformation: createCloudFormation(world),
    cloudwatch: createCloudWatch(world),
    ec2: createEc2(world),
    ecr: createEcr(world, options.images ?? []),
    ecs: createEcs(world, { driver: options.driver(), functions: options.functions?.() }),
    elbv2: createElbv2(world),
    events: createEvents(world),
    logs: createLogs(world),
    secretsmanager: createSecretsManager(world),
    sns: createSns(world),
    sqs: createSqs(world),
    ssm: createSsm(world),
  });
  const worldOf = (region: string): CreatedWorld => {
    const known = worlds.get(region) ?? createWorld({ ...options, region, services });
    worlds.set(region, known);
    return known;
  };
  return {
    sts: global.services.sts as SecurityTokenService,
    worldFor: (region, service) => (service in global.services ? global : worldOf(region)),
    world: worldOf,
    worlds: () => [...worlds.values()],
    stop: async () => {
      const started = [...worlds.values()].flatMap((world) => Object.values(world.services));
      await Promise.all(started.map((service) => service.stop?.()));
    },
  };
}
