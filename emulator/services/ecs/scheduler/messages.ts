import type { Obstacle } from '../placement/place.ts';
import type { UnhealthyCause } from './health.ts';

/** The texts of service events, word for word as AWS gives them; S is the service's name. */
const SEE = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';
const list = (taskIds: readonly string[]): string => taskIds.map((id) => `(task ${id})`).join(' ');

export const started = (service: string, taskIds: readonly string[], replacements: number): string =>
  `(service ${service}) has started ${taskIds.length} tasks: ${list(taskIds)}.${
    replacements > 0 ? ` Amazon ECS replaced ${replacements} tasks due to an unhealthy status.` : ''
  }`;
export const stopped = (service: string, taskIds: readonly string[]): string =>
  `(service ${service}) has stopped ${taskIds.length} running tasks: ${list(taskIds)}.`;
export const stoppedPending = (service: string, count: number): string =>
  `(service ${service}) stopped ${count} pending tasks.`;
export const registered = (service: string, count: number, targetGroupArn: string): string =>
  `(service ${service}) registered ${count} targets in (target-group ${targetGroupArn})`;
export const registrationFailed = (service: string, targetGroupArn: string, error: string): string =>
  `(service ${service}) failed to register targets in (target-group ${targetGroupArn}) with (error ${error})`;
export const deregistered = (service: string, count: number, targetGroupArn: string): string =>
  `(service ${service}) deregistered ${count} targets in (target-group ${targetGroupArn})`;
export const draining = (service: string, deploymentId: string, count: number): string =>
  `(service ${service}, taskSet ${deploymentId}) has begun draining connections on ${count} tasks.`;
export const completed = (service: string, deploymentId: string): string =>
  `(service ${service}) (deployment ${deploymentId}) deployment completed.`;
export const steady = (service: string): string => `(service ${service}) has reached a steady state.`;
export const failed = (service: string, deploymentId: string, why: string): string =>
  `(service ${service}) (deployment ${deploymentId}) deployment failed: ${why}.`;
export const rollingBack = (service: string, deploymentId: string): string =>
  `(service ${service}) rolling back to deployment ${deploymentId}.`;
export const stuck = (service: string): string =>
  `(service ${service}) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.`;
export const cannotStartConsistently = (service: string): string =>
  `(service ${service}) is unable to consistently start tasks successfully. ${SEE}`;
export const provisioningLimit = (service: string): string =>
  `(service ${service}) was unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded.`;

export function unhealthy(
  service: string,
  {
    taskId,
    instanceId,
    cause,
  }: { readonly taskId: string; readonly instanceId: string | undefined; readonly cause: UnhealthyCause },
): string {
  const task = `(service ${service}) (task ${taskId})`;
  if (cause.kind === 'container') return `${task} failed container health checks.`;
  if (cause.reason === NOT_FOUND)
    return `${task} is not healthy in target-group (${cause.targetGroupArn}) due to ${NOT_FOUND}`;
  const instance = instanceId === undefined ? '' : ` (instance ${instanceId})`;
  return `${task}${instance} (port ${cause.port}) is unhealthy in (target-group ${cause.targetGroupArn}) due to (reason ${cause.reason}).`;
}

/** Why a task whose target was deregistered behind ECS's back is not healthy. */
export const NOT_FOUND = 'TARGET IS NOT FOUND';

export const targetGroupMissing = (service: string, taskId: string, targetGroupArn: string): string =>
  `(service ${service}) (task ${taskId}) is not healthy in target-group (${targetGroupArn}) due to TARGET GROUP IS NOT FOUND`;

const OBSTACLE_TEXTS: Readonly<Record<Obstacle, string>> = {
  AGENT: 'encountered error "AGENT"',
  ATTRIBUTE: 'is missing an attribute required by your task',
  MEMBER_OF: 'encountered error "MemberOf placement constraint unsatisfied."',
  DISTINCT_INSTANCE: 'encountered error "DistinctInstance placement constraint unsatisfied."',
  'RESOURCE:CPU': 'has insufficient CPU units available',
  'RESOURCE:MEMORY': 'has insufficient memory available',
  'RESOURCE:PORTS': 'is already using a port required by your task',
  'RESOURCE:ENI': 'encountered error "RESOURCE:ENI"',
};

const UNPLACED = 'was unable to place a task because no container instance met all of its requirements.';

export const unplaced = (
  service: string,
  closest: { readonly instanceId: string; readonly obstacle: Obstacle },
): string =>
  `(service ${service}) ${UNPLACED} The closest matching (container-instance ${closest.instanceId}) ${OBSTACLE_TEXTS[closest.obstacle]}. ${SEE}`;
export const noInstances = (service: string, where: 'cluster' | 'capacity provider'): string =>
  `(service ${service}) ${UNPLACED} Reason: No Container Instances were found in your ${where}. ${SEE}`;
