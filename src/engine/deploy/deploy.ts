import { ToolkitError } from '../../model/errors.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Service } from '../../model/service.ts';
import { requireOutputs } from '../../plan/service/service-desired.ts';
import { checkImageOverrides } from '../../plan/task-definition/task-definition-images.ts';
import { guardTarget } from '../observe/guard.ts';
import { readStackOutputs } from '../observe/stack-outputs.ts';
import { plannedChanges } from '../planned-changes.ts';
import { refusedPlan } from '../refused-plan.ts';
import type { ServiceResult } from '../rollout/context.ts';
import { timeLimitMs } from '../rollout/time-limit.ts';
import { tellOutcome } from '../tell-outcome.ts';
import { warnOfConsents } from '../warn-of-consents.ts';
import type { PlannedService } from './apply-plan.ts';
import { applyService } from './apply-service.ts';
import { batchedReads } from './batched-reads.ts';
import type { DeployPorts, DeployRequest, ServiceRun } from './context.ts';
import { inOrder } from './in-order.ts';
import { findLeftovers, partsOf, planRemovals, removeLeftovers } from './leftovers.ts';
import { planOf } from './plan-of.ts';
import { previewed, warnOfPreview } from './preview.ts';
import { removeOldRevisions } from './remove-old-revisions.ts';
import { productionRuleArns, targetGroupArns } from './target-groups.ts';

/** Reads that come within this time share a call, where a run has several services. */
const WINDOW_MS = 250;
/** Beyond twenty services each is looked at less often, so that a run keeps to a fraction of ECS's rates. */
const POLL_MS_PER_SERVICE = 50;
const POLL_MS = 1_000;

/**
 * Plans services and, in mode `apply`, brings them there: each to an outcome of its own, all at once as far as
 * `dependsOn` allows. Results are in the order of the request. Throws before the first write where account or region
 * are others (WRONG_ACCOUNT, WRONG_REGION), where a service or an image is not config's to deploy (INPUT_INVALID), or,
 * in mode `apply`, where the stacks are not there (NOT_PROVISIONED).
 */
export async function deploy(request: DeployRequest, ports: DeployPorts): Promise<readonly ServiceResult[]> {
  const services = selectServices(request);
  checkImageOverrides(request.images, services);
  await guardTarget(request.cluster, ports.account);
  ports.progress.emit({ kind: 'phase', title: `Plan the services of cluster ${request.cluster.name}` });
  const runs = await prepareRuns(request, services, ports);
  const [found, ...looked] = await Promise.all([
    findLeftovers(request, ports),
    ...runs.map(async (run) => ({ run, service: run.service, planned: await planOf(run) })),
  ]);
  const leftovers = found ?? [];
  const jobs = request.mode === 'plan' ? await previewed(looked) : looked;
  const units = [...jobs.map(({ planned }) => planned.plan.unit), ...leftovers.map(({ unit }) => unit)];
  ports.progress.emit({ kind: 'plan', units });
  warnOfConsents(request.cluster, partsOf(request, found), units, ports.progress);
  const tell = (planned: PlannedService, outcome: Outcome): ServiceResult => {
    tellOutcome(planned.plan.unit, outcome, ports.progress);
    return resultOf(planned, outcome);
  };
  if (request.mode === 'plan') {
    warnOfPreview(jobs);
    return [
      ...jobs.map(({ planned }) => tell(planned, plannedOutcome(planned, request))),
      ...planRemovals(leftovers, ports),
    ];
  }
  ports.progress.emit({ kind: 'phase', title: `Deploy to cluster ${request.cluster.name}` });
  const results = await inOrder(
    jobs,
    async ({ run, service, planned }, turn) => {
      const cause = request.held?.get(service.name);
      return cause ? tell(planned, heldBack(cause)) : applyService(startClock(run, request), planned, turn);
    },
    ({ planned }, cause) => tell(planned, heldBack(cause)),
  );
  await cleanUp(runs, results);
  return [...results, ...(await removeLeftovers(leftovers, results, request, ports))];
}

/** One service after the other: the rate of the calls is the account's. */
async function cleanUp(runs: readonly ServiceRun[], results: readonly ServiceResult[]): Promise<void> {
  for (const [index, { outcome, deploymentId }] of results.entries()) {
    const run = runs[index];
    if (run && deploymentId && outcome.kind === 'deployed') await removeOldRevisions(run);
  }
}

function selectServices({ cluster, services }: DeployRequest): readonly Service[] {
  return [...new Set(services)].map((name) => {
    const found = cluster.services.find((service) => service.name === name);
    if (found) return found;
    throw new ToolkitError('INPUT_INVALID', `Cluster ${cluster.name} has no service ${name} in config.`, {
      hint: `Give one or more of: ${cluster.services.map((service) => service.name).join(', ')}; or * for all.`,
    });
  });
}

async function prepareRuns(
  { cluster, mode, held, images, reviewed, commit, timeoutMs, onCancel, signal }: DeployRequest,
  services: readonly Service[],
  ports: DeployPorts,
): Promise<readonly ServiceRun[]> {
  const outputs = await readStackOutputs(cluster, services, ports.stacks);
  const batching = { clock: ports.clock, windowMs: services.length > 1 ? WINDOW_MS : 0 };
  const shared = {
    ...ports,
    cluster,
    overrides: images,
    asWanted: 'as config says',
    settingsOwner: 'config',
    reviewed,
    commit,
    onCancel,
    signal,
    pollMs: Math.max(POLL_MS, services.length * POLL_MS_PER_SERVICE),
    readService: batchedReads((names) => ports.services.describe(cluster.name, names), batching),
    readDeployment: batchedReads((arns) => ports.services.deploymentsByArn(arns), batching),
  };
  return services.map((service, index) => {
    const own = outputs[index] ?? { cluster: undefined, service: undefined };
    if (mode === 'apply' && !held?.has(service.name)) requireOutputs(cluster, service, own);
    const targetGroups = targetGroupArns(service, own);
    const productionRules = productionRuleArns(service, own);
    const deadline = ports.clock.now() + timeLimitMs(timeoutMs, service.settings);
    return { ...shared, service, outputs: own, targetGroups, productionRules, deadline, written: [] };
  });
}

/** A service that waits for others has its whole time once it is its turn. */
function startClock(run: ServiceRun, { timeoutMs }: DeployRequest): ServiceRun {
  return { ...run, deadline: run.clock.now() + timeLimitMs(timeoutMs, run.service.settings) };
}

function resultOf({ service, live, plan }: PlannedService, outcome: Outcome): ServiceResult {
  const taskDefinitionArn = live.service?.taskDefinition;
  return { service, unit: plan.unit, outcome, changed: false, taskDefinitionArn, deploymentId: undefined };
}

function plannedOutcome({ plan }: PlannedService, { cluster }: DeployRequest): Outcome {
  return refusedPlan(plan.unit, cluster) ?? plannedChanges(plan.unit, 'The service matches config.');
}

function heldBack(cause: string): Outcome {
  return {
    kind: 'blocked',
    summary: `Not deployed: ${cause}.`,
    evidence: [],
    nextStep: 'Fix that first; the next run deploys both.',
  };
}
