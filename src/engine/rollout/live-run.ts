import { isJsonObject, isList, type Json, type JsonObject, objectOf } from '../../model/json.ts';
import type { ServiceSettings } from '../../model/service.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { readService } from '../observe/read-services.ts';
import type { Questions } from './questions.ts';
import type { RolloutPorts, RolloutRun } from './run.ts';
import type { Schedules } from './schedules.ts';
import { timeLimitMs } from './time-limit.ts';

export interface LiveRequest {
  /** The limit for each service's rollout, including the wait for a deployment that is under way. */
  readonly timeoutMs?: number | undefined;
  readonly onCancel: RolloutRun['onCancel'];
  readonly signal?: AbortSignal | undefined;
  /** Both undefined without config. */
  readonly schedules?: Schedules | undefined;
  readonly questions?: Questions | undefined;
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
    targetGroups: targetGroupsOf(service),
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

function targetGroupsOf(service: ServiceView): readonly string[] {
  return loadBalancersOf(service).flatMap(({ entry, advanced }) =>
    texts(entry['targetGroupArn'], advanced['alternateTargetGroupArn']),
  );
}

function productionRulesOf(service: ServiceView): readonly string[] {
  return loadBalancersOf(service).flatMap(({ advanced }) => texts(advanced['productionListenerRule']));
}

function loadBalancersOf({ description }: ServiceView): readonly { entry: JsonObject; advanced: JsonObject }[] {
  const { loadBalancers } = description;
  if (!isList(loadBalancers)) return [];
  return loadBalancers.filter(isJsonObject).map((entry) => {
    const { advancedConfiguration } = entry;
    return { entry, advanced: objectOf(advancedConfiguration) };
  });
}

function texts(...values: readonly (Json | undefined)[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
