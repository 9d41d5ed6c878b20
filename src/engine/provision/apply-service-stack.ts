import { canonicalJson } from '../../model/json.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Service } from '../../model/service.ts';
import { missingParameters } from '../../plan/stack/listener-stand-ins.ts';
import { serviceTemplate } from '../../template/service-template.ts';
import { unreviewedPlan } from '../unreviewed-plan.ts';
import { type AppliedStack, applyStack } from './apply-stack.ts';
import type { ProvisionRun } from './context.ts';
import { settleTraffic, touchesTraffic } from './live-traffic.ts';
import { observeWeights } from './live-weights.ts';
import { type PlannedStack, planServiceStack } from './planned-stack.ts';
import { refusalOf } from './refusal.ts';

/**
 * Brings a service's stack to its template. It is planned once more where the cluster's stack has other outputs by now
 * than when it was planned.
 */
export async function applyServiceStack(
  service: Service,
  planned: PlannedStack,
  clusterOutputs: Readonly<Record<string, string>>,
  run: ProvisionRun,
): Promise<AppliedStack & Pick<PlannedStack, 'unit'>> {
  const current = await upToDate(service, planned, clusterOutputs, run);
  const refusal =
    refusalOf(current, run.cluster) ??
    unreviewedPlan(current.unit, run.reviewed) ??
    tooEarly(current.desired.name, missingParameters(current.desired));
  if (refusal) return { outcome: refusal, stack: current.compared.stack, unit: current.unit };
  const still = touchesTraffic(current) ? await withStillTraffic(service, current, clusterOutputs, run) : current;
  if ('outcome' in still) return still;
  const refused = refusalOf(still, run.cluster) ?? unreviewedPlan(still.unit, run.reviewed);
  if (refused) return { outcome: refused, stack: still.compared.stack, unit: still.unit };
  return { ...(await applyStack(still.desired, still.compared, run)), unit: still.unit };
}

/** The cluster's stack stays without what the service's stands on, e.g. since nobody has reviewed its change. */
function tooEarly(stack: string, missing: readonly string[]): Outcome | undefined {
  if (missing.length === 0) return undefined;
  return {
    kind: 'blocked',
    summary: `Stack ${stack} needs ${missing.join(', ')}, which the cluster's stack does not have yet.`,
    evidence: [],
    nextStep: "Apply the cluster's stack, then run the job again.",
  };
}

/** Planned once more with what the rules say now, where that is not what the plan had. */
async function withStillTraffic(
  service: Service,
  planned: PlannedStack,
  clusterOutputs: Readonly<Record<string, string>>,
  run: ProvisionRun,
): Promise<PlannedStack | (AppliedStack & Pick<PlannedStack, 'unit'>)> {
  const { compared, unit, desired } = planned;
  const settled = await settleTraffic(service, compared, run);
  if ('refusal' in settled) return { outcome: settled.refusal, stack: compared.stack, unit };
  const fresh = serviceTemplate(run.cluster, service, clusterOutputs, await observeWeights(service, run));
  if (!settled.isWritten && fresh?.body === desired.body) return planned;
  return planAgain(service, planned, clusterOutputs, run);
}

async function upToDate(
  service: Service,
  planned: PlannedStack,
  clusterOutputs: Readonly<Record<string, string>>,
  run: ProvisionRun,
): Promise<PlannedStack> {
  const desired = serviceTemplate(run.cluster, service, clusterOutputs);
  const same = canonicalJson(desired?.parameters) === canonicalJson(planned.desired.parameters);
  return same ? planned : planAgain(service, planned, clusterOutputs, run);
}

async function planAgain(
  service: Service,
  planned: PlannedStack,
  clusterOutputs: Readonly<Record<string, string>>,
  run: ProvisionRun,
): Promise<PlannedStack> {
  const { comparison } = planned.compared;
  if (comparison.kind === 'change-set') await run.stacks.deleteChangeSet(comparison.view.id);
  const again = await planServiceStack(service, clusterOutputs, run);
  if (!again) return planned;
  if (again.unit.digest !== planned.unit.digest) run.progress.emit({ kind: 'plan', units: [again.unit] });
  return again;
}
