import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import { shiftsTraffic } from '../schema/deployment-configuration-file.ts';
import type { Problem } from './rule.ts';

const KEY = 'predefinedMetricType';

/** Whether there can be such a metric at all: AWS takes the policy without it, and then nothing scales. */
export function checkTargetTracking({ file, service }: ServiceDraft): readonly ConfigIssue[] {
  const { scaling, loadBalancers, deploymentConfiguration } = file.value;
  return (scaling?.targetTracking ?? []).flatMap(({ predefinedMetricType }, index) => {
    const found = problemOf(predefinedMetricType, {
      isMonitored: service.settings['monitoring'] !== undefined,
      isBalanced: loadBalancers.length > 0,
      shifts: shiftsTraffic(deploymentConfiguration),
    });
    if (!found) return [];
    const [below, message, hint] = found;
    return problemAt(file, ['scaling', 'targetTracking', index, ...below], message, hint);
  });
}

interface Circumstances {
  readonly isMonitored: boolean;
  readonly isBalanced: boolean;
  readonly shifts: boolean;
}

function problemOf(metric: string, { isMonitored, isBalanced, shifts }: Circumstances): Problem | undefined {
  if (metric.endsWith('HighResolution') && !isMonitored)
    return [[KEY], `ECS publishes ${metric} only with "monitoring".`, 'Add "monitoring:", or drop HighResolution.'];
  if (metric !== 'ALBRequestCountPerTarget') return undefined;
  if (!isBalanced) return [[KEY], `${metric} needs a target group, and the service has none.`, 'Add "loadBalancers:".'];
  if (shifts)
    return [
      [KEY],
      `${metric} counts requests of one target group, and traffic shifts between two.`,
      'Track CPU or memory, or write "strategy: ROLLING".',
    ];
  return undefined;
}
