import { taskBounds } from '../../model/rollout-bounds.ts';
import type { ConfigIssue } from '../../model/source.ts';
import { counted } from '../../model/text.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';
import { shiftsTraffic } from '../schema/deployment-configuration-file.ts';

const PATH = ['deploymentConfiguration'] as const;

/** Whether a deployment can go on and end at all. */
export function checkRollout(service: ServiceDraft, cluster: ClusterDraft): readonly ConfigIssue[] {
  if (isDoubtful(service.file, PATH)) return [];
  return [...checkProgress(service), ...checkAlarms(service, cluster), ...checkEarlySuccess(service)];
}

/** Where the bounds meet, ECS can neither start nor stop a task. */
function checkProgress({ file, service }: ServiceDraft): readonly ConfigIssue[] {
  const configuration = file.value.deploymentConfiguration;
  // All new tasks start beside the old ones before any traffic moves.
  if (shiftsTraffic(configuration)) return [];
  const least = Math.max(1, service.scaling?.minCapacity ?? service.desiredCount);
  const most = service.scaling?.maxCapacity ?? service.desiredCount;
  for (let count = least; count <= most; count++) {
    const { floor, ceiling } = taskBounds(count, configuration);
    if (floor < ceiling) continue;
    const tasks = counted(count, 'task');
    const message = `With ${tasks} a rollout could not start: at least ${floor} must stay healthy, at most ${ceiling} may run.`;
    const stated = ['maximumPercent', 'minimumHealthyPercent'].find((key) => `${PATH[0]}/${key}` in file.values);
    const hint = `Raise maximumPercent to ${Math.ceil(((floor + 1) * 100) / count)}, or lower minimumHealthyPercent.`;
    return problemAt(file, stated ? [...PATH, stated] : PATH, message, hint);
  }
  return [];
}

/**
 * ECS ignores all alarms of a deployment that starts while one of them fires, and a scale-in alarm fires whenever it is
 * calm.
 */
function checkAlarms({ file }: ServiceDraft, { services }: ClusterDraft): readonly ConfigIssue[] {
  const scaleIn = services.flatMap(({ service }) => service.scaling?.steps?.scaleIn.alarmName ?? []);
  return (file.value.deploymentConfiguration.alarms?.alarmNames ?? []).flatMap((name, index) => {
    if (!scaleIn.includes(name)) return [];
    const message = `"${name}" is a scale-in alarm: it fires at low load, and ECS then ignores every alarm.`;
    return problemAt(
      file,
      [...PATH, 'alarms', 'alarmNames', index],
      message,
      'Use alarms on errors instead, such as 5xx responses.',
    );
  });
}

function checkEarlySuccess({ file }: ServiceDraft): readonly ConfigIssue[] {
  const { strategy, minimumHealthyPercent, earlySuccessCriteria } = file.value.deploymentConfiguration;
  const path = [...PATH, 'earlySuccessCriteria'];
  const stated = path.join('/') in file.values;
  if (shiftsTraffic({ strategy })) {
    const message = `earlySuccessCriteria cannot be used with "strategy: ${strategy}".`;
    return stated ? problemAt(file, path, message, 'Remove it: only a rolling deployment has it.') : [];
  }
  const { enable, healthyPercent } = earlySuccessCriteria;
  if (!enable || healthyPercent >= minimumHealthyPercent) return [];
  const message = `healthyPercent is ${healthyPercent}, below minimumHealthyPercent, ${minimumHealthyPercent}.`;
  return problemAt(file, [...path, 'healthyPercent'], message, `Give at least ${minimumHealthyPercent}.`);
}
