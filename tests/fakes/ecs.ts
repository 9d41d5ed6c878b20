import type { JsonObject } from '../../src/model/json.ts';
import type { ServiceView } from '../../src/model/service-views.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Services } from '../../src/ports/services.ts';
import { aServiceView } from '../builders/live-service.ts';
import { aTask } from '../builders/task.ts';
import {
  type Course,
  hookId,
  listedDeployments,
  placementEvents,
  type Rollout,
  serviceDeployment,
  stateOf,
  stoppedTasks,
} from './rollouts.ts';
import { type FakeTaskDefinitions, fakeTaskDefinitions } from './task-definitions.ts';

export interface FakeEcs extends FakeTaskDefinitions {
  readonly services: Services;
  readonly writes: readonly string[];
  /** What UpdateService was last called with. */
  readonly updated: () => JsonObject | undefined;
  /** Forgets the deployments that have ended, except the last, as ECS does after 90 days. */
  readonly forget: () => void;
  /** Changes the live service behind everybody's back. */
  readonly change: (description: JsonObject, view?: Partial<ServiceView>) => void;
}

/** A cluster of one service. */
interface FakeCluster {
  readonly clock: Pick<Clock, 'now'>;
  readonly writes: string[];
  readonly rollouts: Rollout[];
  /** Of deployments to come. */
  readonly courses: Course[];
  live: ServiceView | undefined;
  updated: JsonObject | undefined;
}

/** One service of ECS whose deployments go as `courses` say, in turn; then they succeed. */
export function fakeEcs(clock: Pick<Clock, 'now'>, courses: readonly Course[] = []): FakeEcs {
  const writes: string[] = [];
  const cluster: FakeCluster = {
    clock,
    writes,
    rollouts: [],
    courses: [...courses],
    live: undefined,
    updated: undefined,
  };
  return {
    ...fakeTaskDefinitions(writes),
    writes,
    updated: () => cluster.updated,
    forget: () => void cluster.rollouts.splice(0, cluster.rollouts.length - 1),
    change: (description, overrides = {}) => {
      const { live } = cluster;
      if (live) cluster.live = { ...live, ...overrides, description: { ...live.description, ...description } };
    },
    services: { ...serviceCalls(cluster), ...deploymentCalls(cluster) },
  };
}

type DeploymentCall = 'deployments' | 'deploymentsByArn' | 'revisions' | 'rollBack' | 'answerHook';

function serviceCalls(cluster: FakeCluster): Omit<Services, DeploymentCall> {
  const { writes, rollouts } = cluster;
  return {
    describe: async (_, names) => names.map((name) => (name === cluster.live?.name ? view(cluster) : undefined)),
    list: async () => (cluster.live ? [cluster.live.name] : []),
    create: async (_, { serviceName, taskDefinition, desiredCount, clientToken: _token, ...description }, tags) => {
      writes.push('CreateService');
      const live = aServiceView({ name: String(serviceName), desiredCount: Number(desiredCount), tags, description });
      cluster.live = live;
      start(cluster, String(taskDefinition));
      return view(cluster) ?? live;
    },
    update: async (_, name, request) => {
      writes.push('UpdateService');
      cluster.updated = request;
      const { taskDefinition, desiredCount, forceNewDeployment, ...description } = request;
      const { live } = cluster;
      if (!live || live.name !== name) throw new Error(`no service ${name}`);
      const count = typeof desiredCount === 'number' ? { desiredCount, runningCount: desiredCount } : {};
      const updated = { ...live, ...count, description: { ...live.description, ...description } };
      cluster.live = updated;
      if (taskDefinition || forceNewDeployment) start(cluster, String(taskDefinition ?? view(cluster)?.taskDefinition));
      return view(cluster) ?? updated;
    },
    tag: async (_, tags) => {
      writes.push('TagResource');
      if (cluster.live) cluster.live = { ...cluster.live, tags: { ...cluster.live.tags, ...tags } };
    },
    delete: async () => {
      cluster.live = undefined;
    },
    tasks: async (_, __, desiredStatus) => {
      if (desiredStatus === 'STOPPED') return stoppedTasks(rollouts);
      const serving = view(cluster)?.taskDefinition ?? '';
      const running = aTask({ taskDefinition: serving, startedBy: rollouts.at(-1)?.id });
      return Array.from({ length: cluster.live?.runningCount ?? 0 }, (_, index) => ({
        ...running,
        arn: `arn:task/${index}`,
      }));
    },
  };
}

function deploymentCalls({ clock, writes, rollouts }: FakeCluster): Pick<Services, DeploymentCall> {
  const find = (arn: string): Rollout | undefined => rollouts.find(({ id }) => arn.endsWith(id));
  return {
    deployments: async (_, __, { createdAfter = 0, statuses } = {}) =>
      rollouts
        .filter(({ at }) => at >= createdAfter)
        .map((rollout) => serviceDeployment(rollout, clock.now()))
        .filter(({ status }) => !statuses || statuses.includes(status))
        .toReversed(),
    deploymentsByArn: async (arns) => arns.map(find).map((found) => found && serviceDeployment(found, clock.now())),
    revisions: async (arns) =>
      arns.flatMap((arn) => {
        const found = find(arn);
        return found ? [{ arn, taskDefinition: found.taskDefinition, description: {} }] : [];
      }),
    rollBack: async (arn) => {
      writes.push('StopServiceDeployment');
      const found = find(arn);
      if (!found || stateOf(found, clock.now()) !== 'IN_PROGRESS') return false;
      found.rollbackAskedAt = clock.now();
      return true;
    },
    answerHook: async (arn, hook, action) => {
      writes.push('ContinueServiceDeployment');
      const found = find(arn);
      if (!found || found.continuedAt !== undefined || hook !== hookId(found)) return false;
      if (action === 'CONTINUE') found.continuedAt = clock.now();
      else found.rollbackAskedAt = clock.now();
      return true;
    },
  };
}

function start({ clock, rollouts, courses }: FakeCluster, taskDefinition: string): void {
  const now = clock.now();
  rollouts.push({
    id: `ecs-svc/${rollouts.length + 1}`,
    taskDefinition,
    at: now,
    course: courses.shift() ?? 'succeeds',
    first: !rollouts.some((each) => stateOf(each, now) === 'SUCCESSFUL'),
    rollbackAskedAt: undefined,
  });
}

/** The service as DescribeServices has it. */
function view({ clock, rollouts, live }: FakeCluster): ServiceView | undefined {
  const now = clock.now();
  const { desiredCount = 0, runningCount = 0 } = live ?? {};
  const deployments = listedDeployments(rollouts, { desiredCount, runningCount }, now);
  const primary = deployments.find(({ status }) => status === 'PRIMARY');
  const latest = rollouts.at(-1);
  return (
    live && {
      ...live,
      deployments,
      taskDefinition: primary?.taskDefinition ?? live.taskDefinition,
      currentServiceDeployment: latest && `arn:service-deployment/${latest.id}`,
      events: [...placementEvents(rollouts, now), ...live.events],
    }
  );
}
