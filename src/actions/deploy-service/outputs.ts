import type { ServiceResult } from '../../engine/rollout/context.ts';
import { planDigest } from '../../plan/digest.ts';

/** The action's outputs besides `outcome`. */
export function deployOutputs(results: readonly ServiceResult[], changed: boolean): Readonly<Record<string, string>> {
  const [only] = results;
  return {
    changed: String(changed),
    'plan-digest': planDigest(results.map(({ unit }) => unit)),
    services: JSON.stringify(results.map(serviceResult)),
    ...(only && results.length === 1 ? serviceOutputs(only) : {}),
  };
}

function serviceResult({ service, unit, outcome, changed, taskDefinitionArn, deploymentId }: ServiceResult): object {
  return {
    service,
    outcome: outcome.kind,
    summary: outcome.summary,
    nextStep: outcome.nextStep,
    changed,
    digest: unit.digest,
    taskDefinitionArn,
    deploymentId,
  };
}

function serviceOutputs({ taskDefinitionArn, deploymentId }: ServiceResult): Readonly<Record<string, string>> {
  return {
    ...(taskDefinitionArn ? { 'task-definition-arn': taskDefinitionArn } : {}),
    ...(deploymentId ? { 'deployment-id': deploymentId } : {}),
  };
}
