import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';
import type { ScalingFile } from '../schema/scaling-file.ts';

/** Scaling by CPU without any CPU reserved: the metric is what tasks use as a percentage of what they reserve. */
export function warnOfUnreservedCpu({ file, taskFile }: ServiceDraft): readonly ConfigIssue[] {
  const { cpu, containerDefinitions } = taskFile.value;
  const path = file.value.scaling && cpuMetric(file.value.scaling);
  const isReserved = cpu !== undefined || containerDefinitions.some((container) => (container.cpu ?? 0) > 0);
  if (!path || isReserved || isDoubtful(taskFile, ['containerDefinitions'])) return [];
  const message = 'This scales by CPU, a percentage of what the containers reserve, and none of them reserves any.';
  const hint = 'Add "cpu: 256" to a container in task-definition.yaml (1024 units are one vCPU), or scale by memory.';
  return problemAt(file, ['scaling', ...path], message, hint);
}

/** The first part of scaling that looks at CPU. */
function cpuMetric({ scaleOut, scaleIn, targetTracking, predictive }: ScalingFile): DocumentPath | undefined {
  if (scaleOut?.metricName === 'CPUUtilization') return ['scaleOut'];
  if (scaleIn?.metricName === 'CPUUtilization') return ['scaleIn'];
  const tracking = targetTracking.findIndex((policy) => policy.predefinedMetricType.includes('CPU'));
  if (tracking >= 0) return ['targetTracking', tracking];
  const pair = predictive.findIndex((policy) => policy.predefinedMetricPairType.includes('CPU'));
  return pair >= 0 ? ['predictive', pair] : undefined;
}
