import { explainFailure, type FailureExplanation } from '../../health/service/failure-cause.ts';
import { groupStops } from '../../health/task/stopped-tasks.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ServiceEventView } from '../../model/service-views.ts';
import { showContainerLogs } from './container-logs.ts';
import type { DiagnosePorts, RolloutEvidence } from './rollout-evidence.ts';

/** The logs of this many tasks are shown, one for each way in which tasks failed. */
const TASKS_SHOWN = 2;

/** Says why a deployment failed, and shows the logs of tasks that tell it. Never throws. */
export async function diagnoseFailure(
  evidence: RolloutEvidence,
  events: readonly ServiceEventView[],
  definition: JsonObject,
  ports: DiagnosePorts,
): Promise<FailureExplanation> {
  await evidence.look();
  const [stopped, targets] = [evidence.stopped(), evidence.unhealthy()];
  const ended = groupStops(stopped).flatMap(({ tasks }) => tasks[0]?.arn ?? []);
  const told = [...new Set([...ended, ...targets.map(({ taskArn }) => taskArn)])].slice(0, TASKS_SHOWN);
  for (const arn of told) await showContainerLogs(arn, definition, ports);
  return explainFailure({ stopped, targets, events });
}
