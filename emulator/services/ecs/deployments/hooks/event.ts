import type { ServiceDeploymentRecord } from '../record.ts';
import type { Phase } from '../shifting/phases.ts';

/**
 * What a hook's function is invoked with [seen]; the weights are given where traffic moves [doc
 * lambda-lifecycle-hooks].
 */
export function hookEvent(
  record: ServiceDeploymentRecord,
  { stage, traffic }: Phase,
  { executionId, hookDetails }: { readonly executionId: string; readonly hookDetails: unknown },
): object {
  const weights = (rule: 'production' | 'test'): Record<string, number> => {
    if (traffic?.rule !== rule) return {};
    const source = record.sources.find(({ serving }) => serving);
    return {
      [record.targetRevisionArn]: traffic.percent,
      ...(source && { [source.arn]: 100 - traffic.percent }),
    };
  };
  return {
    executionDetails: {
      testTrafficWeights: weights('test'),
      productionTrafficWeights: weights('production'),
      serviceArn: record.serviceArn,
      targetServiceRevisionArn: record.targetRevisionArn,
    },
    executionId,
    lifecycleStage: stage,
    resourceArn: record.arn,
    ...(hookDetails !== undefined && { hookDetails }),
  };
}
