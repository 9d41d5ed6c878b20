import { createAccount } from '../../adapters/aws/account.ts';
import { createStacks } from '../../adapters/aws/cloudformation/stacks.ts';
import { createServices } from '../../adapters/aws/ecs/services.ts';
import { createInstances } from '../../adapters/aws/instances.ts';
import { createLogs } from '../../adapters/aws/logs.ts';
import { createLookups } from '../../adapters/aws/lookups.ts';
import { createNetworks } from '../../adapters/aws/networks.ts';
import { createRoles } from '../../adapters/aws/roles.ts';
import { createScaling } from '../../adapters/aws/scaling.ts';
import { createTargets } from '../../adapters/aws/targets.ts';
import { readReviewed } from '../../adapters/runner/reviewed-file.ts';
import type { DestroyResult } from '../../engine/destroy/context.ts';
import { destroy } from '../../engine/destroy/destroy.ts';
import type { StackResult } from '../../engine/provision/context.ts';
import { provision } from '../../engine/provision/provision.ts';
import type { Cluster } from '../../model/cluster.ts';
import { type Outcome, worstOutcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import type { RecordedUnit } from '../../model/run-record.ts';
import { planDigest } from '../../plan/digest.ts';
import { loadCluster, loadClusters } from '../config.ts';
import type { Environment } from '../inputs.ts';
import { type Run, withRun } from '../run.ts';
import { clusterOutputs, clusterResult } from './outputs.ts';
import type { ProvisionInputs } from './prepare.ts';

/** Wires the ports and runs the mode: `plan` over all selected clusters, `apply` and `destroy` over one. */
export function run(given: ProvisionInputs, env: Environment): Promise<boolean> {
  const { mode, inputs } = given;
  const subject = { action: 'provision', mode, cluster: inputs.cluster || undefined };
  return withRun(env, subject, (current) => provisionClusters(given, env, current));
}

async function provisionClusters(given: ProvisionInputs, env: Environment, current: Run): Promise<boolean> {
  const { mode, folder, inputs } = given;
  if (mode === 'destroy') {
    const cluster = await loadCluster(folder, inputs.cluster, current.progress);
    current.workOn(cluster);
    return finishDestroy(
      cluster,
      await destroy({ cluster, confirm: inputs.cluster, ...limits(given, current) }, ports(cluster, current, env)),
      current,
    );
  }
  const clusters =
    mode === 'plan'
      ? await loadClusters(folder, inputs.cluster, current.progress)
      : [await loadCluster(folder, inputs.cluster, current.progress)];
  const reviewed = mode === 'apply' ? readReviewed(inputs.reviewed, env['GITHUB_SHA']) : undefined;
  const ended: { readonly cluster: Cluster; readonly results: readonly StackResult[] }[] = [];
  for (const cluster of clusters) {
    current.workOn(cluster);
    const { results } = await provision(
      { cluster, mode, reviewed, ...limits(given, current) },
      ports(cluster, current, env),
    );
    current.record(recordedUnits(results), clusterOutputs(cluster, results).url);
    ended.push({ cluster, results });
  }
  const results = ended.flatMap((each) => each.results);
  const [only] = ended;
  return current.finish(mode === 'plan' ? 'Provision: plan' : 'Provision', recordedUnits(results), {
    changed: String(current.changed()),
    'plan-digest': planDigest(results.map(({ unit }) => unit)),
    clusters: JSON.stringify(ended.map(({ cluster, results }) => clusterResult(cluster, results))),
    ...(only && ended.length === 1 ? clusterOutputs(only.cluster, only.results) : {}),
  });
}

function limits(
  { timeoutSeconds }: ProvisionInputs,
  { signal }: Run,
): { readonly timeoutMs: number; readonly signal: AbortSignal } {
  return { timeoutMs: timeoutSeconds * 1000, signal };
}

function ports({ region }: Cluster, { clock, progress, purpose }: Run, env: Environment) {
  const settings = { region, purpose };
  return {
    clock,
    progress,
    account: createAccount(settings, env),
    stacks: createStacks(settings),
    networks: createNetworks(settings),
    instances: createInstances(settings),
    roles: createRoles(settings),
    services: createServices(settings),
    targets: createTargets(settings),
    logs: createLogs(settings),
    scaling: createScaling(settings),
    lookups: createLookups(settings),
  };
}

function finishDestroy(cluster: Cluster, { results }: DestroyResult, current: Run): Promise<boolean> {
  const units = results.map(({ unit, outcome }) => ({ id: unit.id, outcome: outcome.kind, summary: outcome.summary }));
  const outcome = worstOutcome(results.map((result) => result.outcome.kind));
  current.record(recordedUnits(results));
  return current.finish(`Destroy ${cluster.name}`, recordedUnits(results), {
    changed: String(current.changed()),
    clusters: JSON.stringify([{ cluster: cluster.name, outcome, units }]),
  });
}

function recordedUnits(
  results: readonly { readonly unit: Unit; readonly outcome: Outcome }[],
): readonly RecordedUnit[] {
  return results.map(({ unit, outcome }) => ({ name: unit.id, plan: unit, outcome }));
}
