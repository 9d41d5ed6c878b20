import type { DeploymentView, ServiceDeploymentView, ServiceView, TaskView } from '../../src/model/service-views.ts';
import { aDeployment, aServiceDeployment, REVISION } from '../builders/live-service.ts';
import { aContainer, aStoppedTask } from '../builders/task.ts';

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

export interface Rollout {
  readonly id: string;
  readonly taskDefinition: string;
  readonly at: number;
  readonly course: Course;
  /** No deployment before it was successful. */
  readonly first: boolean;
  rollbackAskedAt: number | undefined;
  continuedAt?: number;
}

const TURN_MS = 20_000;
const BACK_MS = 10_000;
const ROOM_AFTER_MS = 300_000;

/** The status that DescribeServiceDeployments gives. */
export function stateOf({ course, at, first, rollbackAskedAt, continuedAt }: Rollout, now: number): string {
  const elapsed = now - at;
  if (rollbackAskedAt !== undefined)
    return now - rollbackAskedAt < BACK_MS ? 'ROLLBACK_IN_PROGRESS' : 'ROLLBACK_SUCCESSFUL';
  if (course === 'pauses') return now - (continuedAt ?? now) < TURN_MS ? 'IN_PROGRESS' : 'SUCCESSFUL';
  if (course === 'hangs' || elapsed < TURN_MS) return 'IN_PROGRESS';
  if (course === 'finds room late') return elapsed < ROOM_AFTER_MS ? 'IN_PROGRESS' : 'SUCCESSFUL';
  if (course === 'succeeds') return 'SUCCESSFUL';
  if (course === 'is taken over' || course.startsWith('is sent again')) return 'STOPPED';
  if (first) return 'ROLLBACK_FAILED';
  return elapsed < TURN_MS + BACK_MS ? 'ROLLBACK_IN_PROGRESS' : 'ROLLBACK_SUCCESSFUL';
}

/** The deployments that DescribeServices lists; `counts` are those of a service whose deployment has ended well. */
export function listedDeployments(
  rollouts: readonly Rollout[],
  counts: Pick<DeploymentView, 'desiredCount' | 'runningCount'>,
  now: number,
): readonly DeploymentView[] {
  const latest = rollouts.at(-1);
  if (!latest) return [];
  const before = rollouts.slice(0, -1).findLast((each) => stateOf(each, now) === 'SUCCESSFUL');
  const failedTasks = latest.course === 'crashes' ? 3 : 0;
  switch (stateOf(latest, now)) {
    case 'SUCCESSFUL':
      return [entry(latest, counts)];
    case 'STOPPED':
      return overtaken(latest, before);
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
}

function entry({ id, taskDefinition, at }: Rollout, overrides: Partial<DeploymentView>): DeploymentView {
  return aDeployment({ id, taskDefinition, createdAt: at, ...overrides });
}

/** Another deployment has taken its place: of the same revision, or somebody else's. */
function overtaken(latest: Rollout, before: Rollout | undefined): readonly DeploymentView[] {
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

export function placementEvents(rollouts: readonly Rollout[], now: number): ServiceView['events'] {
  return rollouts
    .filter((rollout) => rollout.course === 'finds room late' && stateOf(rollout, now) === 'IN_PROGRESS')
    .map(({ id, at }) => ({
      id,
      at,
      message:
        '(service sample-ecs-service) was unable to place a task because no container instance met all of its requirements.',
    }));
}

/** A deployment as DescribeServiceDeployments has it. */
export function serviceDeployment(rollout: Rollout, now: number): ServiceDeploymentView {
  return aServiceDeployment({
    arn: `arn:service-deployment/${rollout.id}`,
    status: stateOf(rollout, now),
    statusReason: rollout.first ? 'No rollback candidate was found to run the rollback.' : undefined,
    createdAt: rollout.at,
    targetRevisionArn: `arn:service-revision/${rollout.id}`,
    circuitBreaker: rollout.course === 'crashes' ? { status: 'TRIGGERED', failureCount: 3, threshold: 3 } : undefined,
    ...(rollout.course === 'pauses' && pauseOf(rollout)),
  });
}

export const hookId = ({ id }: Rollout): string => `hook-of-${id}`;

function pauseOf(rollout: Rollout): Partial<ServiceDeploymentView> {
  const isContinued = rollout.continuedAt !== undefined;
  return {
    lifecycleStage: isContinued ? 'BAKE_TIME' : 'POST_SCALE_UP',
    productionTrafficPercent: isContinued ? 100 : 0,
    hooks: [
      {
        id: hookId(rollout),
        targetType: 'PAUSE',
        status: isContinued ? 'SUCCEEDED' : 'AWAITING_ACTION',
        expiresAt: rollout.at + 86_400_000,
        timeoutAction: 'ROLLBACK',
      },
    ],
  };
}

/** The tasks of deployments that crash. */
export function stoppedTasks(rollouts: readonly Rollout[]): readonly TaskView[] {
  return rollouts
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
}
