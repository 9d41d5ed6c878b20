import { createAccount } from '../../adapters/aws/account.ts';
import { createStacks } from '../../adapters/aws/cloudformation/stacks.ts';
import { createServices } from '../../adapters/aws/ecs/services.ts';
import { createStandaloneTasks } from '../../adapters/aws/ecs/standalone-tasks.ts';
import { createTaskDefinitions } from '../../adapters/aws/ecs/task-definitions.ts';
import { createImages } from '../../adapters/aws/images.ts';
import { createInstances } from '../../adapters/aws/instances.ts';
import { createLogs } from '../../adapters/aws/logs.ts';
import { createLookups } from '../../adapters/aws/lookups.ts';
import { createScaling } from '../../adapters/aws/scaling.ts';
import { createScheduledTasks } from '../../adapters/aws/scheduled-tasks.ts';
import { createTargets } from '../../adapters/aws/targets.ts';
import { createTaskNetworks } from '../../adapters/aws/task-networks.ts';
import { createHttpProbe } from '../../adapters/runner/http-probe.ts';
import { readReviewed } from '../../adapters/runner/reviewed-file.ts';
import { continueDeployments } from '../../engine/continue/continue.ts';
import { deploy } from '../../engine/deploy/deploy.ts';
import { deployImages } from '../../engine/deploy-images/deploy-images.ts';
import { guardTarget } from '../../engine/observe/guard.ts';
import { rollback } from '../../engine/rollback/rollback.ts';
import type { ServiceResult } from '../../engine/rollout/context.ts';
import { createVerification } from '../../engine/verify/create-verification.ts';
import { parseImageOverrides } from '../../plan/task-definition/task-definition-images.ts';
import { loadCluster } from '../config.ts';
import type { Environment } from '../inputs.ts';
import { type Run, withRun } from '../run.ts';
import { deployOutputs } from './outputs.ts';
import type { DeployInputs } from './prepare.ts';
import { namesOf, selectServices } from './selection.ts';
import { heldServices } from './stacks.ts';

const TITLES = { plan: 'Deploy: plan', apply: 'Deploy', continue: 'Continue', rollback: 'Roll back' } as const;

/** Wires the ports and deploys the selected services of one cluster, or takes them back. */
export function run(given: DeployInputs, env: Environment): Promise<boolean> {
  const { mode, folder, inputs } = given;
  const subject = { action: 'deploy-service', mode, cluster: inputs.cluster || undefined };
  return withRun(env, subject, async (current) => {
    const results = await (folder === undefined
      ? runLive(given, env, current)
      : runFromConfig(given, folder, env, current));
    const units = results.map(({ unit, outcome, taskDefinitionArn }) => ({
      name: unit.id,
      plan: unit,
      outcome,
      taskDefinitionArn,
    }));
    current.record(units);
    return current.finish(TITLES[mode], units, deployOutputs(results, current.changed()));
  });
}

async function runFromConfig(
  given: DeployInputs,
  folder: string,
  env: Environment,
  current: Run,
): Promise<readonly ServiceResult[]> {
  const { inputs, mode } = given;
  const images = parseImageOverrides(inputs.images);
  const cluster = await loadCluster(folder, inputs.cluster, current.progress);
  current.workOn(cluster);
  const services = selectServices(cluster, inputs.service);
  const settings = { region: cluster.region, purpose: current.purpose };
  const account = createAccount(settings, env);
  const ports = portsTo(cluster.region, current);
  const limits = limitsOf(given, current);
  const stacks = createStacks(settings);
  const verified = createVerification(inputs['connect-to'] || undefined, { ...ports, probe: createHttpProbe() });
  if (mode === 'rollback' || mode === 'continue') {
    await guardTarget(cluster, account);
    const schedules = { services: cluster.services, scheduledTasks: createScheduledTasks(settings) };
    const versionChecks = { cluster, stacks, verification: verified };
    const request = { ...limits, cluster: cluster.name, services, schedules, versionChecks };
    if (mode === 'rollback') return rollback({ ...request, revision: inputs.revision }, ports);
    return continueDeployments({ ...request, action: answerOf(given) }, ports);
  }
  const held = heldServices(inputs.stacks, cluster);
  const reviewed = mode === 'apply' ? readReviewed(inputs.reviewed, env['GITHUB_SHA']) : undefined;
  return deploy(
    { ...limits, cluster, services, mode, held, images, reviewed, commit: env['GITHUB_SHA'] },
    {
      ...ports,
      account,
      stacks,
      tasks: createStandaloneTasks(settings),
      taskNetworks: createTaskNetworks(settings),
      scaling: createScaling(settings),
      lookups: createLookups(settings),
      scheduledTasks: createScheduledTasks(settings),
      verification: verified,
    },
  );
}

/** Without config there is nothing to hold account and region against. */
async function runLive(given: DeployInputs, env: Environment, current: Run): Promise<readonly ServiceResult[]> {
  const { inputs, mode } = given;
  const { cluster, revision } = inputs;
  const images = parseImageOverrides(inputs.images);
  const services = namesOf(inputs.service);
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || '';
  current.workOn({ name: cluster, region });
  const ports = portsTo(region, current);
  const limits = limitsOf(given, current);
  if (mode === 'rollback') return rollback({ ...limits, cluster, services, revision }, ports);
  if (mode === 'continue') {
    return continueDeployments({ ...limits, cluster, services, action: answerOf(given) }, ports);
  }
  const request = { ...limits, cluster, services, mode, images, commit: env['GITHUB_SHA'] };
  const settings = { region, purpose: current.purpose };
  const looks = { images: createImages(settings), taskNetworks: createTaskNetworks(settings) };
  return deployImages(request, { ...ports, ...looks });
}

function answerOf({ inputs }: DeployInputs): 'continue' | 'rollback' {
  return inputs.action === 'rollback' ? 'rollback' : 'continue';
}

function limitsOf({ timeoutSeconds, onCancel }: DeployInputs, { signal }: Run) {
  return { timeoutMs: timeoutSeconds && timeoutSeconds * 1000, onCancel, signal };
}

function portsTo(region: string, { clock, progress, purpose }: Run) {
  const settings = { region, purpose };
  return {
    clock,
    progress,
    services: createServices(settings),
    taskDefinitions: createTaskDefinitions(settings),
    targets: createTargets(settings),
    instances: createInstances(settings),
    logs: createLogs(settings),
  };
}
