import { canonicalJson } from '../../model/json.ts';
import type { Service } from '../../model/service.ts';
import { serviceTemplate } from '../../template/service-template.ts';
import { type AppliedStack, applyStack } from './apply-stack.ts';
import { type PlannedStack, planServiceStack } from './planned-stack.ts';
import { refusalOf } from './refusal.ts';
import type { ProvisionRun } from './run.ts';

/**
 * Brings a service's stack to its template. It is planned once more where the cluster's stack has other outputs by now than
 * when it was planned.
 */
export async function applyService(
  service: Service,
  planned: PlannedStack,
  clusterOutputs: Readonly<Record<string, string>>,
  run: ProvisionRun,
): Promise<AppliedStack & Pick<PlannedStack, 'unit'>> {
  const { desired, compared, unit } = await upToDate(service, planned, clusterOutputs, run);
  const refusal = refusalOf({ unit, compared }, run.cluster);
  if (refusal) return { outcome: refusal, stack: compared.stack, unit };
  return { ...(await applyStack(desired, compared, run)), unit };
}

async function upToDate(
  service: Service,
  planned: PlannedStack,
  clusterOutputs: Readonly<Record<string, string>>,
  run: ProvisionRun,
): Promise<PlannedStack> {
  const desired = serviceTemplate(run.cluster, service, clusterOutputs);
  const same = canonicalJson(desired?.parameters) === canonicalJson(planned.desired.parameters);
  if (same) return planned;
  const { comparison } = planned.compared;
  if (comparison.kind === 'change-set') await run.stacks.deleteChangeSet(comparison.view.id);
  const again = await planServiceStack(service, clusterOutputs, run);
  if (!again) return planned;
  if (again.unit.digest !== planned.unit.digest) run.progress.emit({ kind: 'plan', units: [again.unit] });
  return again;
}
