import type { ServiceSettings } from '../../model/service.ts';
import { loadBalancersOf, targetGroupPairsOf } from '../../model/service-load-balancers.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { readService } from '../observe/read-services.ts';
import type { RolloutPorts, RolloutRun } from './context.ts';
import type { Schedules } from './schedules.ts';
import { timeLimitMs } from './time-limit.ts';
import type { VersionChecks } from './version-checks.ts';

export interface LiveRequest {
  /** The limit for each service's rollout, including the wait for a deployment that is under way. */
  readonly timeoutMs?: number | undefined;
  readonly onCancel: RolloutRun['onCancel'];
  readonly signal?: AbortSignal | undefined;
  /** Both undefined without config. */
  readonly schedules?: Schedules | undefined;
  readonly versionChecks?: VersionChecks | undefined;
}

const POLL_MS = 1_000;
/** How many tasks autoscaling may ask for is not known; ECS runs 5,000 of a service at most. */
const ANY_COUNT = { minCapacity: 1, maxCapacity: 5_000 };

/** A rollout that takes from the live service what config would say of it. */
export function liveRun(
  cluster: string,
  service: ServiceView,
  { timeoutMs, onCancel, signal }: LiveRequest,
  ports: RolloutPorts,
): RolloutRun {
  const { services, clock } = ports;
  const settings = settingsOf(service);
  return {
    ...ports,
    cluster: { name: cluster },
    service: { name: service.name, settings, failFast: true, scaling: ANY_COUNT },
    targetGroups: targetGroupPairsOf(service.description).flat(),
    productionRules: productionRulesOf(service),
    asWanted: 'as asked',
    settingsOwner: 'the service',
    onCancel,
    signal,
    deadline: clock.now() + timeLimitMs(timeoutMs, settings),
    pollMs: POLL_MS,
    readService: (name) => readService(services, cluster, name),
    readDeployment: async (arn) => (await services.deploymentsByArn([arn]))[0],
    written: [],
  };
}

function settingsOf({ description }: ServiceView): ServiceSettings {
  const { deploymentConfiguration } = description;
  return deploymentConfiguration === undefined ? {} : { deploymentConfiguration };
}

function productionRulesOf({ description }: ServiceView): readonly string[] {
  return loadBalancersOf(description).flatMap(({ productionListenerRule }) => productionListenerRule ?? []);
}
