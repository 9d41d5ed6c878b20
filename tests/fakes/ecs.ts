import type { JsonObject } from '../../src/model/json.ts';
import type { DeploymentView, ServiceDeploymentView, ServiceView, TaskView } from '../../src/model/service-views.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Services } from '../../src/ports/services.ts';
import type { TaskDefinitions } from '../../src/ports/task-definitions.ts';
import { aDeployment, aRevision, aServiceDeployment, aServiceView, REVISION } from '../builders/live-service.ts';
import { aContainer, aStoppedTask, aTask } from '../builders/task.ts';

/**
 * How a deployment goes; each takes twenty seconds to its turn, or minutes until there is room, and ten more to go
 * back.
 */
export type Course =
  | 'succeeds'
  | 'pauses'
  | 'finds room late'
  | 'crashes'
  | 'hangs'
  | 'is taken over'
  | 'is sent again'
  | 'is sent again and hangs';

interface Rollout {
  readonly id: string;
  readonly taskDefinition: string;
  readonly at: number;
  readonly course: Course;
  readonly first: boolean;
  rollbackAskedAt: number | undefined;
  continuedAt?: number;
}

const TURN_MS = 20_000;
const BACK_MS = 10_000;
const ROOM_AFTER_MS = 300_000;

export interface FakeEcs {
  readonly services: Services;
  readonly taskDefinitions: TaskDefinitions;
  readonly writes: readonly string[];
  /** What UpdateService was last called with. */
  readonly updated: () => JsonObject | undefined;
  /** Makes a revision INACTIVE, as DeregisterTaskDefinition does. */
  readonly deregister: (revision: number) => void;
  /** Forgets the deployments that have ended, except the last, as ECS does after 90 days. */
  readonly forget: () => void;
  /** Changes the live service behind everybody's back. */
  readonly change: (description: JsonObject, view?: Partial<ServiceView>) => void;
}

/** One service of ECS whose deployments go as `courses` say, in turn; then they succeed. */
export function fakeEcs(clock: Pick<Clock, 'now'>, courses: readonly Course[] = []): FakeEcs {
  const writes: string[] = [];
  const revisions: { readonly definition: JsonObject; readonly tags: Readonly<Record<string, string>> }[] = [];
  const inactive = new Set<number>();
  const rollouts: Rollout[] = [];
  const queue = [...courses];
  let live: ServiceView | undefined;
  let updated: JsonObject | undefined;

  const start = (taskDefinition: string): void => {
    const id = `ecs-svc/${rollouts.length + 1}`;
    const course = queue.shift() ?? 'succeeds';
    const first = !rollouts.some((each) => stateOf(each) === 'SUCCESSFUL');
    rollouts.push({ id, taskDefinition, at: clock.now(), course, first, rollbackAskedAt: undefined });
  };

  const stateOf = ({ course, at, first, rollbackAskedAt, continuedAt }: Rollout): string => {
    const elapsed = clock.now() - at;
    if (rollbackAskedAt !== undefined) {
      return clock.now() - rollbackAskedAt < BACK_MS ? 'ROLLBACK_IN_PROGRESS' : 'ROLLBACK_SUCCESSFUL';
    }
    if (course === 'pauses') {
      return clock.now() - (continuedAt ?? clock.now()) < TURN_MS ? 'IN_PROGRESS' : 'SUCCESSFUL';
    }
    if (course === 'hangs' || elapsed < TURN_MS) return 'IN_PROGRESS';
    if (course === 'finds room late') return elapsed < ROOM_AFTER_MS ? 'IN_PROGRESS' : 'SUCCESSFUL';
    if (course === 'succeeds') return 'SUCCESSFUL';
    if (course === 'is taken over' || course.startsWith('is sent again')) return 'STOPPED';
    if (first) return 'ROLLBACK_FAILED';
    return elapsed < TURN_MS + BACK_MS ? 'ROLLBACK_IN_PROGRESS' : 'ROLLBACK_SUCCESSFUL';
  };

  const counts = (): Pick<DeploymentView, 'desiredCount' | 'runningCount'> => {
    const { desiredCount = 0, runningCount = 0 } = live ?? {};
    return { desiredCount, runningCount };
  };

  const deployments = (): readonly DeploymentView[] => {
    const latest = rollouts.at(-1);
    if (!latest) return [];
    const entry = (rollout: Rollout, overrides: Partial<DeploymentView>): DeploymentView =>
      aDeployment({ id: rollout.id, taskDefinition: rollout.taskDefinition, createdAt: rollout.at, ...overrides });
    const before = rollouts.slice(0, -1).findLast((each) => stateOf(each) === 'SUCCESSFUL');
    const failedTasks = latest.course === 'crashes' ? 3 : 0;
    switch (stateOf(latest)) {
      case 'SUCCESSFUL':
        return [entry(latest, counts())];
      case 'STOPPED': {
        const again = { ...latest, id: 'ecs-svc/again', at: latest.at + TURN_MS };
        if (latest.course === 'is sent again') return [entry(again, {})];
        if (latest.course === 'is sent again and hangs')
          return [
            entry(again, { rolloutState: 'IN_PROGRESS', runningCount: 1 }),
            ...(before ? [entry(before, { status: 'ACTIVE' })] : []),
          ];
        const theirs = { ...latest, id: 'ecs-svc/theirs', taskDefinition: `${REVISION}:99` };
        return [entry(theirs, { rolloutState: 'IN_PROGRESS' }), entry(latest, { status: 'ACTIVE' })];
      }
      case 'ROLLBACK_FAILED':
        return [entry(latest, { rolloutState: 'FAILED', runningCount: 0, failedTasks })];
      case 'ROLLBACK_IN_PROGRESS':
        return [
          ...(before ? [entry(before, { rolloutState: 'IN_PROGRESS' })] : []),
          entry(latest, { status: 'ACTIVE', rolloutState: 'FAILED', failedTasks }),
        ];
      case 'ROLLBACK_SUCCESSFUL':
        return before ? [entry(before, {})] : [];
      default:
        return [
          entry(latest, { rolloutState: 'IN_PROGRESS', runningCount: 1, failedTasks }),
          ...(before ? [entry(before, { status: 'ACTIVE' })] : []),
        ];
    }
  };

  const placementEvents = (): ServiceView['events'] =>
    rollouts
      .filter((rollout) => rollout.course === 'finds room late' && stateOf(rollout) === 'IN_PROGRESS')
      .map(({ id, at }) => ({
        id,
        at,
        message:
          '(service sample-ecs-service) was unable to place a task because no container instance met all of its requirements.',
      }));

  const view = (): ServiceView | undefined => {
    const listed = deployments();
    const primary = listed.find(({ status }) => status === 'PRIMARY');
    const taskDefinition = primary?.taskDefinition ?? live?.taskDefinition ?? '';
    const latest = rollouts.at(-1);
    const currentServiceDeployment = latest && `arn:service-deployment/${latest.id}`;
    const events = [...placementEvents(), ...(live?.events ?? [])];
    return live && { ...live, deployments: listed, taskDefinition, currentServiceDeployment, events };
  };

  const deploymentOf = (rollout: Rollout): ServiceDeploymentView =>
    aServiceDeployment({
      arn: `arn:service-deployment/${rollout.id}`,
      status: stateOf(rollout),
      statusReason: rollout.first ? 'No rollback candidate was found to run the rollback.' : undefined,
      createdAt: rollout.at,
      targetRevisionArn: `arn:service-revision/${rollout.id}`,
      circuitBreaker: rollout.course === 'crashes' ? { status: 'TRIGGERED', failureCount: 3, threshold: 3 } : undefined,
      ...(rollout.course === 'pauses' && pauseOf(rollout)),
    });

  const pauseOf = ({ id, at, continuedAt }: Rollout): Partial<ServiceDeploymentView> => ({
    lifecycleStage: continuedAt === undefined ? 'POST_SCALE_UP' : 'BAKE_TIME',
    productionTrafficPercent: continuedAt === undefined ? 0 : 100,
    hooks: [
      {
        id: `hook-of-${id}`,
        targetType: 'PAUSE',
        status: continuedAt === undefined ? 'AWAITING_ACTION' : 'SUCCEEDED',
        expiresAt: at + 86_400_000,
        timeoutAction: 'ROLLBACK',
      },
    ],
  });

  const stopped = (): readonly TaskView[] =>
    rollouts
      .filter(({ course }) => course === 'crashes')
      .flatMap(({ id }) =>
        ['a', 'b', 'c'].map((name) =>
          aStoppedTask({
            arn: `arn:task/${name}`,
            startedBy: id,
            stopCode: 'EssentialContainerExited',
            stoppedReason: 'Essential container in task exited',
            containers: [aContainer({ name: 'nginx', exitCode: 1 })],
          }),
        ),
      );

  return {
    writes,
    updated: () => updated,
    deregister: (revision) => void inactive.add(revision),
    forget: () => void rollouts.splice(0, rollouts.length - 1),
    change: (description, overrides = {}) => {
      if (live) live = { ...live, ...overrides, description: { ...live.description, ...description } };
    },
    services: {
      describe: async (_, names) => names.map((name) => (name === live?.name ? view() : undefined)),
      list: async () => (live ? [live.name] : []),
      create: async (_, { serviceName, taskDefinition, desiredCount, clientToken: _token, ...description }, tags) => {
        writes.push('CreateService');
        live = aServiceView({ name: String(serviceName), desiredCount: Number(desiredCount), tags, description });
        start(String(taskDefinition));
        return view() ?? live;
      },
      update: async (_, name, request) => {
        writes.push('UpdateService');
        updated = request;
        const { taskDefinition, desiredCount, forceNewDeployment, ...description } = request;
        if (!live || live.name !== name) throw new Error(`no service ${name}`);
        const count = typeof desiredCount === 'number' ? { desiredCount, runningCount: desiredCount } : {};
        live = { ...live, ...count, description: { ...live.description, ...description } };
        if (taskDefinition || forceNewDeployment) start(String(taskDefinition ?? view()?.taskDefinition));
        return view() ?? live;
      },
      tag: async (_, tags) => {
        writes.push('TagResource');
        if (live) live = { ...live, tags: { ...live.tags, ...tags } };
      },
      delete: async () => {
        live = undefined;
      },
      deployments: async (_, __, { createdAfter = 0, statuses } = {}) =>
        rollouts
          .filter(({ at }) => at >= createdAfter)
          .map(deploymentOf)
          .filter(({ status }) => !statuses || statuses.includes(status))
          .toReversed(),
      deploymentsByArn: async (arns) =>
        arns.map((arn) => {
          const found = rollouts.find(({ id }) => arn.endsWith(id));
          return found && deploymentOf(found);
        }),
      revisions: async (arns) =>
        arns.flatMap((arn) => {
          const found = rollouts.find(({ id }) => arn.endsWith(id));
          return found ? [{ arn, taskDefinition: found.taskDefinition, description: {} }] : [];
        }),
      rollBack: async (arn) => {
        writes.push('StopServiceDeployment');
        const found = rollouts.find(({ id }) => arn.endsWith(id));
        if (!found || stateOf(found) !== 'IN_PROGRESS') return false;
        found.rollbackAskedAt = clock.now();
        return true;
      },
      answerHook: async (arn, hookId, action) => {
        writes.push('ContinueServiceDeployment');
        const found = rollouts.find(({ id }) => arn.endsWith(id));
        if (!found || found.continuedAt !== undefined || hookId !== `hook-of-${found.id}`) return false;
        if (action === 'CONTINUE') found.continuedAt = clock.now();
        else found.rollbackAskedAt = clock.now();
        return true;
      },
      tasks: async (_, __, desiredStatus) => {
        if (desiredStatus === 'STOPPED') return stopped();
        const serving = view()?.taskDefinition ?? '';
        const running = aTask({ taskDefinition: serving, startedBy: rollouts.at(-1)?.id });
        return Array.from({ length: live?.runningCount ?? 0 }, (_, index) => ({
          ...running,
          arn: `arn:task/${index}`,
        }));
      },
    },
    taskDefinitions: {
      describe: async (name) => {
        const number = name.includes(':') ? Number(name.split(':').at(-1)) : revisions.length;
        const found = revisions[number - 1];
        if (!found) return undefined;
        const status = inactive.has(number) ? 'INACTIVE' : 'ACTIVE';
        return { ...aRevision(number, found.definition, status), tags: found.tags };
      },
      active: async () =>
        revisions
          .map((_, index) => index + 1)
          .filter((number) => !inactive.has(number))
          .map((number) => `${REVISION}:${number}`)
          .toReversed(),
      deregister: async (arn) => {
        writes.push('DeregisterTaskDefinition');
        inactive.add(Number(arn.split(':').at(-1)));
      },
      register: async (definition, tags) => {
        writes.push('RegisterTaskDefinition');
        revisions.push({ definition, tags });
        return `${REVISION}:${revisions.length}`;
      },
    },
  };
}
