import { createAccount } from '../../adapters/aws/account.ts';
import { createInstances } from '../../adapters/aws/instances.ts';
import { createLogs } from '../../adapters/aws/logs.ts';
import { createScaling } from '../../adapters/aws/scaling.ts';
import { createServices } from '../../adapters/aws/services.ts';
import { createStacks } from '../../adapters/aws/stacks.ts';
import { createTargets } from '../../adapters/aws/targets.ts';
import { createTaskDefinitions } from '../../adapters/aws/task-definitions.ts';
import { deploy } from '../../engine/deploy/deploy.ts';
import type { ServiceResult } from '../../engine/rollout/run.ts';
import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import { planDigest } from '../../plan/digest.ts';
import { parseImageOverrides } from '../../plan/task-definition-images.ts';
import { loadCluster } from '../config.ts';
import type { Environment } from '../inputs.ts';
import { startRun } from '../run.ts';
import type { DeployInputs } from './prepare.ts';

/** Wires the ports and deploys the selected services of one cluster. */
export async function run(
  { inputs, mode, onCancel, folder, timeoutSeconds }: DeployInputs,
  env: Environment,
): Promise<boolean> {
  const images = parseImageOverrides(inputs.images);
  const current = startRun(env);
  const cluster = await loadCluster(folder, inputs.cluster, current.progress);
  const settings = { region: cluster.region };
  const services = selectServices(cluster, inputs.service);
  const results = await deploy(
    {
      cluster,
      services,
      mode,
      images,
      commit: env['GITHUB_SHA'],
      timeoutMs: timeoutSeconds * 1000,
      onCancel,
      signal: current.signal,
    },
    {
      clock: current.clock,
      progress: current.progress,
      account: createAccount(settings, env),
      stacks: createStacks(settings),
      services: createServices(settings),
      taskDefinitions: createTaskDefinitions(settings),
      scaling: createScaling(settings),
      targets: createTargets(settings),
      instances: createInstances(settings),
      logs: createLogs(settings),
    },
  );
  const [only] = results;
  return current.finish(
    mode === 'plan' ? 'Deploy: plan' : 'Deploy',
    results.map(({ unit, outcome }) => ({ name: unit.id, unit, outcome })),
    {
      changed: String(current.changed()),
      'plan-digest': planDigest(results.map(({ unit }) => unit)),
      services: JSON.stringify(results.map(serviceResult)),
      ...(only && results.length === 1 ? serviceOutputs(only) : {}),
    },
  );
}

function selectServices({ name, services }: Cluster, input: string): readonly string[] {
  const known = services.map((service) => service.name);
  const wanted = input
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (wanted.length === 0 || wanted.includes('*')) return known;
  const unknown = wanted.filter((service) => !known.includes(service));
  if (unknown.length === 0) return wanted;
  throw new ToolkitError('INPUT_INVALID', `Cluster ${name} has no service ${unknown.join(', ')}.`, {
    hint: `Give names of: ${known.join(', ')}.`,
  });
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
