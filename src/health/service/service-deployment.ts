import { revisionName } from '../../model/arn.ts';
import {
  type DeploymentView,
  type LifecycleHookView,
  primaryOf,
  type ServiceDeploymentView,
  type ServiceView,
} from '../../model/service-views.ts';
import { awaitedHook, pauseText, trafficText } from './pause.ts';
import { deploymentFailed } from './service-events.ts';

/** The deployment that is followed. */
export interface FollowedDeployment {
  /** `ecs-svc/<digits>`. */
  readonly id: string;
  /** ARN with revision. */
  readonly taskDefinition: string;
  /** The time of creation by AWS's clock. */
  readonly createdAt: number;
  /** Ids of the service's deployments before it. */
  readonly earlier: readonly string[];
}

export interface RolloutView {
  readonly service: ServiceView | undefined;
  /** What ECS says of the followed deployment as a service deployment; undefined until it does. */
  readonly deployment: ServiceDeploymentView | undefined;
  /** For how long DescribeServices has not shown what is followed; a stale answer right after a write is normal. */
  readonly missingForMs: number;
  /** For how long its service deployment is known to be STOPPED: whoever took over shows in DescribeServices later. */
  readonly stoppedForMs: number;
}

export type RolloutVerdict =
  | { readonly state: 'rolling' | 'rolling-back'; readonly message: string }
  /** It stands still until somebody answers the hook, or its time is up. */
  | { readonly state: 'paused'; readonly message: string; readonly hook: LifecycleHookView }
  /** It succeeded, and its revision is the one that serves. */
  | { readonly state: 'succeeded'; readonly message: string }
  /** ECS went back to what ran before. */
  | { readonly state: 'rolled-back'; readonly message: string }
  /** It failed, and ECS does not or cannot go back. */
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'superseded'; readonly message: string }
  /** Somebody sent the same task definition again: this deployment took over. */
  | { readonly state: 'redeployed-by-others'; readonly message: string; readonly by: DeploymentView }
  | { readonly state: 'service-deleted'; readonly message: string };

/** DescribeServices has been seen to lag behind a write by up to ten seconds. */
const STALE_MS = 10_000;
/** A deployment that ECS no longer lists, without a word why, is looked for so long. */
const VANISHED_MS = 60_000;

/**
 * Judges one look at a deployment. Never by "the service is stable": a finished rollback is stable too. A rollback
 * counts as such only at its end, so that the verdict says what serves.
 */
export function assessRollout(view: RolloutView, followed: FollowedDeployment): RolloutVerdict {
  const { service, deployment, missingForMs } = view;
  if (!service) {
    if (missingForMs < STALE_MS) return { state: 'rolling', message: 'ECS does not show the service yet' };
    return { state: 'service-deleted', message: 'the service was deleted while it rolled out' };
  }
  if (service.status !== 'ACTIVE') {
    return {
      state: 'service-deleted',
      message: `the service was deleted while it rolled out: it is ${service.status}`,
    };
  }
  return (
    assessRollback(deployment) ??
    assessSuccessor(service, followed) ??
    (deployment ? assessServiceDeployment(view, service, deployment, followed) : undefined) ??
    assessListed(view, service, followed)
  );
}

/** What the service deployment says of going back, before anything that DescribeServices may show meanwhile. */
function assessRollback(deployment: ServiceDeploymentView | undefined): RolloutVerdict | undefined {
  switch (deployment?.status) {
    case 'ROLLBACK_SUCCESSFUL':
      return { state: 'rolled-back', message: rollbackReason(deployment) };
    case 'ROLLBACK_FAILED':
      return {
        state: 'failed',
        message: `the rollback failed: ${deployment.statusReason ?? rollbackReason(deployment)}`,
      };
    case 'ROLLBACK_REQUESTED':
    case 'ROLLBACK_IN_PROGRESS':
      return { state: 'rolling-back', message: `rolling back: ${rollbackReason(deployment)}` };
    case 'STOP_REQUESTED':
      return { state: 'rolling-back', message: 'somebody asked ECS to stop it' };
    default:
      return undefined;
  }
}

/** A PRIMARY deployment that is neither ours nor older has taken over. */
function assessSuccessor(service: ServiceView, followed: FollowedDeployment): RolloutVerdict | undefined {
  const primary = primaryOf(service);
  if (!primary || primary.id === followed.id || followed.earlier.includes(primary.id)) return undefined;
  if (primary.taskDefinition === followed.taskDefinition) {
    return { state: 'redeployed-by-others', by: primary, message: `${primary.id} deploys the same task definition` };
  }
  return {
    state: 'superseded',
    message: `somebody else's deployment ${primary.id} of ${revisionName(primary.taskDefinition)} took over`,
  };
}

function assessServiceDeployment(
  { stoppedForMs }: RolloutView,
  service: ServiceView,
  deployment: ServiceDeploymentView,
  followed: FollowedDeployment,
): RolloutVerdict | undefined {
  switch (deployment.status) {
    case 'SUCCESSFUL':
      if (primaryOf(service)?.id !== followed.id) {
        return {
          state: 'rolling',
          message: 'ECS reports success; waiting until ECS shows this deployment as the one that serves',
        };
      }
      return { state: 'succeeded', message: `${revisionName(followed.taskDefinition)} serves` };
    case 'STOPPED':
      if (stoppedForMs < STALE_MS && !hasFailed(service, followed)) {
        return { state: 'rolling', message: 'ECS stopped it; waiting until ECS shows what took over' };
      }
      return { state: 'failed', message: `ECS stopped it and rolled nothing back: ${rollbackReason(deployment)}` };
    case 'PENDING':
    case 'IN_PROGRESS': {
      const hook = awaitedHook(deployment);
      if (hook) return { state: 'paused', message: pauseText(deployment, hook), hook };
      return { state: 'rolling', message: progressText(service, deployment, followed) };
    }
    default:
      return undefined;
  }
}

function hasFailed({ deployments }: ServiceView, { id }: FollowedDeployment): boolean {
  return deployments.some((each) => each.id === id && each.rolloutState === 'FAILED');
}

/** Without a service deployment to go by: what DescribeServices lists under the deployment's id. */
function assessListed(view: RolloutView, service: ServiceView, followed: FollowedDeployment): RolloutVerdict {
  const mine = service.deployments.find(({ id }) => id === followed.id);
  const primary = primaryOf(service);
  if (!mine) return assessVanished(view, service, followed);
  if (mine.status !== 'PRIMARY') return backToEarlier(primary, mine.rolloutStateReason);
  if (mine.rolloutState === 'FAILED') {
    return { state: 'failed', message: mine.rolloutStateReason ?? 'ECS gives no reason' };
  }
  if (mine.rolloutState === 'COMPLETED' && mine.runningCount === mine.desiredCount) {
    return { state: 'succeeded', message: `${revisionName(followed.taskDefinition)} serves` };
  }
  return { state: 'rolling', message: progressText(service, undefined, followed) };
}

function assessVanished(
  { missingForMs }: RolloutView,
  service: ServiceView,
  followed: FollowedDeployment,
): RolloutVerdict {
  const event = service.events.find((each) => each.at >= followed.createdAt && deploymentFailed(each, followed.id));
  if (event) return backToEarlier(primaryOf(service), event.message);
  if (missingForMs < VANISHED_MS) return { state: 'rolling', message: 'ECS does not list the deployment yet' };
  return { state: 'failed', message: `ECS no longer lists ${followed.id} and does not say why` };
}

/** An earlier deployment is PRIMARY again; the rollback is over when that one is COMPLETED. */
function backToEarlier(primary: DeploymentView | undefined, reason: string | undefined): RolloutVerdict {
  const message = reason ?? 'ECS gives no reason';
  if (primary?.rolloutState === 'COMPLETED') return { state: 'rolled-back', message };
  return { state: 'rolling-back', message: `rolling back: ${message}` };
}

function rollbackReason(deployment: ServiceDeploymentView): string {
  const { rollback, statusReason, circuitBreaker, triggeredAlarms } = deployment;
  if (triggeredAlarms.length > 0) return `alarm ${triggeredAlarms.join(', ')} went off`;
  if (circuitBreaker?.status === 'TRIGGERED') {
    return `the circuit breaker gave up after ${circuitBreaker.failureCount} failed tasks (${circuitBreaker.threshold} are too many)`;
  }
  return (rollback?.reason ?? statusReason ?? 'somebody asked ECS to').replace(/\.$/, '');
}

function progressText(
  service: ServiceView,
  deployment: ServiceDeploymentView | undefined,
  followed: FollowedDeployment,
): string {
  const mine = service.deployments.find(({ id }) => id === followed.id);
  if (!mine) return 'ECS does not list the deployment yet';
  if (mine.desiredCount === 0 && service.desiredCount > 0) {
    return `ECS has started no task of ${revisionName(followed.taskDefinition)} yet`;
  }
  const old = service.runningCount - mine.runningCount;
  return [
    `${mine.runningCount} of ${mine.desiredCount} tasks of ${revisionName(followed.taskDefinition)} running`,
    ...(mine.pendingCount > 0 ? [`${mine.pendingCount} starting`] : []),
    ...(mine.failedTasks > 0 ? [`${mine.failedTasks} failed`] : []),
    ...(old > 0 ? [`${old} old ones still running`] : []),
    ...(deployment?.lifecycleStage ? [deployment.lifecycleStage] : []),
    ...(deployment ? [trafficText(deployment) ?? []].flat() : []),
  ].join(', ');
}
