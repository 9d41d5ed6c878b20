import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { JsonObject } from '../../model/json.ts';
import type { RolloutForecast } from '../../model/plan.ts';
import type { Service } from '../../model/service.ts';
import { isDaemon } from '../../model/strategy.ts';
import { forecastRollout, tasksToRoll } from '../../plan/rollout/rollout-forecast.ts';
import type { RevisionMove } from '../../plan/service/revision-move.ts';
import type { StackOutputs } from '../../plan/service/service-desired.ts';
import type { LiveService, ServicePlan } from '../../plan/service/service-plan.ts';
import type { Services } from '../../ports/services.ts';
import {
  observePlace,
  orRefusal,
  type PlaceCluster,
  type PlacePorts,
  type Pool,
  settingsWithPlace,
} from './rollout-place.ts';

/** How many of the last rollouts say how long the next one takes. */
const REMEMBERED = 5;

interface ForecastPorts extends PlacePorts {
  readonly services: Pick<Services, 'tasks' | 'deployments'>;
}

interface Planned {
  readonly cluster: Cluster;
  readonly service: Service;
  readonly outputs: StackOutputs;
  readonly live: LiveService;
  readonly plan: ServicePlan;
}

/** Looks at what a planned rollout meets; undefined where none is planned. `readPool` is asked only where one is. */
export async function observeForecast(
  { cluster, service, outputs, live, plan }: Planned,
  readPool: () => Promise<Pool | ToolkitError>,
  ports: ForecastPorts,
): Promise<RolloutForecast | undefined> {
  const tasks = tasksToRoll(service, plan, live.service?.desiredCount ?? 0);
  if (tasks === undefined) return undefined;
  const rollout = {
    name: service.name,
    tasks,
    running: live.service?.runningCount ?? 0,
    isLive: live.service !== undefined,
    settings: settingsWithPlace(cluster, service, outputs),
    definition: plan.taskDefinition.definition,
  };
  return forecastOn(cluster, rollout, readPool, ports);
}

/**
 * The same for a live service that gets another revision and keeps everything else; undefined where it does not get
 * one.
 */
export async function observeMoveForecast(
  cluster: string,
  { unit, service, definition }: RevisionMove,
  readPool: () => Promise<Pool | ToolkitError>,
  ports: ForecastPorts,
): Promise<RolloutForecast | undefined> {
  const { name, description, desiredCount: tasks, runningCount: running } = service;
  if (unit.changes.length === 0 || isDaemon(description)) return undefined;
  const rollout = { name, tasks, running, isLive: true, settings: description, definition };
  return forecastOn({ name: cluster }, rollout, readPool, ports);
}

interface Rollout {
  readonly name: string;
  readonly tasks: number;
  readonly running: number;
  readonly isLive: boolean;
  readonly settings: JsonObject;
  readonly definition: JsonObject;
}

async function forecastOn(
  cluster: PlaceCluster,
  { name, isLive, ...rollout }: Rollout,
  readPool: () => Promise<Pool | ToolkitError>,
  ports: ForecastPorts,
): Promise<RolloutForecast> {
  const { settings, definition } = rollout;
  const isAwsvpc = definition['networkMode'] === 'awsvpc';
  const [place, lastDurationsMs] = await Promise.all([
    readPool().then((pool) => observePlace(cluster, { name, settings, isLive, isAwsvpc }, pool, ports)),
    isLive ? lastDurations(cluster.name, name, ports.services) : [],
  ]);
  return forecastRollout({ ...rollout, place, lastDurationsMs });
}

async function lastDurations(
  cluster: string,
  service: string,
  services: Pick<Services, 'deployments'>,
): Promise<readonly number[]> {
  const found = await orRefusal(() =>
    services.deployments(cluster, service, { statuses: ['SUCCESSFUL'], newest: REMEMBERED }),
  );
  if (found instanceof ToolkitError) return [];
  return found
    .slice(0, REMEMBERED)
    .flatMap(({ createdAt, finishedAt }) => (finishedAt === undefined ? [] : finishedAt - createdAt));
}
