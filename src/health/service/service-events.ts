import type { ServiceEventView } from '../../model/service-views.ts';

/** What ECS writes while all goes well (aws-facts §1.8); everything else may explain a failure. */
const ORDINARY: readonly RegExp[] = [
  / has started \d+ tasks: (?!.*unhealthy)/,
  / has stopped \d+ running tasks/,
  / stopped \d+ pending tasks/,
  / registered \d+ targets/,
  / deregistered \d+ targets/,
  / has begun draining connections/,
  / deployment completed\.$/,
  / has reached a steady state\.$/,
  / rolling back to deployment /,
  / is AZ balanced /,
  /AZ Rebalanc/,
];

const HELD_BY_PERCENTS =
  /unable to stop or start tasks during a deployment because of the service deployment configuration/;

/** Events that may explain a failure, oldest first, repeated ones once. */
export function tellingEvents(events: readonly ServiceEventView[], since: number): readonly ServiceEventView[] {
  const seen = new Set<string>();
  return events
    .filter(({ at, message }) => at >= since && !ORDINARY.some((pattern) => pattern.test(message)))
    .toSorted((a, b) => a.at - b.at)
    .filter(({ message }) => {
      const kind = withoutIds(message);
      const isNew = !seen.has(kind);
      seen.add(kind);
      return isNew;
    });
}

export function deploymentFailed({ message }: ServiceEventView, deploymentId: string): boolean {
  return message.includes(`(deployment ${deploymentId}) deployment failed`);
}

/** Why ECS finds no place for a task, in its own words, from `… was unable to place a task …`. */
export function placementProblem(events: readonly ServiceEventView[]): string | undefined {
  const message = events.findLast((event) => /unable to place (a task|tasks)/.test(event.message))?.message;
  return message?.replace(/^\(service [^)]*\) was /, '').replace(/ For more information, see .*$/, '');
}

/** Whether ECS says that the percents of the service let it neither start nor stop a task. */
export function isHeldByPercents(events: readonly ServiceEventView[]): boolean {
  return events.some(({ message }) => HELD_BY_PERCENTS.test(message));
}

/** Why the load balancer found a target unhealthy: the `(reason …)` of ECS's event. */
export function unhealthyReason(events: readonly ServiceEventView[]): string | undefined {
  const reasons = events.map(({ message }) => / is unhealthy in .* due to \(reason (.*)\)\.?$/.exec(message)?.[1]);
  return reasons.findLast((reason) => reason !== undefined);
}

function withoutIds(message: string): string {
  return message.replace(/\((task|instance|port|container-instance) [^)]*\)/g, '($1)').replace(/[0-9a-f]{32}/g, '…');
}
