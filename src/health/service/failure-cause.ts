import { arnName } from '../../model/arn.ts';
import type { ServiceEventView, TaskView } from '../../model/service-views.ts';
import { counted } from '../../model/text.ts';
import { targetText, type UnhealthyTarget } from '../target/unhealthy-targets.ts';
import { groupStops, type StopCause, type StopGroup } from '../task/stopped-tasks.ts';
import { isHeldByPercents, placementProblem, tellingEvents, unhealthyReason } from './service-events.ts';

/** What was seen of a deployment that failed. */
interface FailureEvidence {
  /** Stopped tasks that the deployment had started. */
  readonly stopped: readonly TaskView[];
  readonly targets: readonly UnhealthyTarget[];
  /** The service's events since the deployment began. */
  readonly events: readonly ServiceEventView[];
}

export interface FailureExplanation {
  /** One sentence without a full stop; undefined where the cause is unknown. */
  readonly cause: string | undefined;
  /** Most telling first. */
  readonly evidence: readonly string[];
  readonly nextStep: string;
}

const EVENTS_SHOWN = 5;
/** The load balancer's description of a target that said nothing. */
const TIMED_OUT = 'Request timed out';

/**
 * Why a deployment failed: what ended its tasks, else what the load balancer says of them, else why none could be
 * placed or started.
 */
export function explainFailure({ stopped, targets, events }: FailureEvidence): FailureExplanation {
  const groups = groupStops(stopped);
  const { cause, kind } = mainCause(groups, targets, events);
  return {
    cause,
    evidence: [
      ...groups.map(groupText),
      ...targets.map(ownedTargetText),
      ...tellingEvents(events, 0)
        .slice(-EVENTS_SHOWN)
        .map(({ message }) => `ECS: ${message}`),
    ],
    nextStep: NEXT_STEPS[kind],
  };
}

type CauseKind = StopCause | 'silence' | 'placement' | 'interfaces' | 'percents' | 'unknown';

function mainCause(
  [group]: readonly StopGroup[],
  targets: readonly UnhealthyTarget[],
  events: readonly ServiceEventView[],
): { readonly cause: string | undefined; readonly kind: CauseKind } {
  // The event is of when the target was found so; by now its task may be stopping and answer nothing.
  const reason = unhealthyReason(events) ?? targets[0]?.target.description;
  if (group && group.cause !== 'target-health') return { cause: group.text, kind: group.cause };
  if (group || reason) {
    return {
      cause: `the load balancer finds the new tasks unhealthy: ${reason ?? group?.text}`,
      kind: reason === TIMED_OUT ? 'silence' : 'target-health',
    };
  }
  const placement = placementProblem(events);
  if (placement) {
    const kind = placement.includes('RESOURCE:ENI') ? 'interfaces' : 'placement';
    return { cause: `ECS cannot place the new tasks: ${placement}`, kind };
  }
  if (isHeldByPercents(events)) {
    return {
      cause: 'minimumHealthyPercent and maximumPercent let ECS neither stop nor start a task',
      kind: 'percents',
    };
  }
  return { cause: undefined, kind: 'unknown' };
}

function groupText({ text, tasks }: StopGroup): string {
  const ids = tasks.slice(0, 5).map(({ arn }) => arnName(arn));
  const reasons = new Set(
    tasks.map(({ stoppedReason }) => stoppedReason).filter((reason) => reason && reason !== text),
  );
  const ecs = reasons.size > 0 ? ` [${[...reasons].join('; ')}]` : '';
  return `${counted(tasks.length, 'task')} stopped: ${text}${ecs} (${ids.join(', ')}${tasks.length > 5 ? ', …' : ''})`;
}

function ownedTargetText({ target, taskArn, containerName }: UnhealthyTarget): string {
  const task = `task ${arnName(taskArn)}`;
  return targetText(target, containerName === undefined ? ` (${task})` : ` (container ${containerName} of ${task})`);
}

const NEXT_STEPS: Readonly<Record<CauseKind, string>> = {
  image:
    'Check that the image exists under exactly this name and that the instances may pull it, then commit the right one.',
  memory: "Raise the container's memory in task-definition.yaml, or find what uses it, and commit.",
  exit: "Read the container's last lines in this job's log, correct what they say, and commit.",
  'target-health':
    "Compare what the container answers on the health check's path and port with service.yaml; if it only needs longer to start, raise healthCheckGracePeriodSeconds.",
  silence:
    "Check that the container answers within the health check's timeout, and that a security group lets the load balancer in: the instances', or, with networkMode awsvpc, one of networkConfiguration at the container's port.",
  'container-health':
    'Run the health check command inside the container; correct the command or the container, and commit.',
  start: 'Correct what keeps the task from starting, and commit.',
  instance: 'The instance failed, not the task: run the job again.',
  placement:
    'Give the cluster room: a larger capacity.maxSize or instanceType in cluster.yaml, or smaller reservations in task-definition.yaml.',
  interfaces:
    'An instance holds as many tasks of networkMode awsvpc as its type has network interfaces, less one: raise capacity.maxSize, choose a larger instanceType in cluster.yaml, or turn on awsvpcTrunking for the account.',
  percents: 'Raise maximumPercent or lower minimumHealthyPercent of the service, then run the job again.',
  other: 'Look the reason up in the ECS developer guide under stopped tasks, correct it, and commit.',
  unknown: "Look at the service's events and stopped tasks in the ECS console.",
};
