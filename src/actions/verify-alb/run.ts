import { createAccount } from '../../adapters/aws/account.ts';
import { createStacks } from '../../adapters/aws/cloudformation/stacks.ts';
import { createServices } from '../../adapters/aws/ecs/services.ts';
import { createTaskDefinitions } from '../../adapters/aws/ecs/task-definitions.ts';
import { createTargets } from '../../adapters/aws/targets.ts';
import { createHttpProbe } from '../../adapters/runner/http-probe.ts';
import { guardTarget } from '../../engine/observe/guard.ts';
import { tellOutcome } from '../../engine/tell-outcome.ts';
import { verify } from '../../engine/verify/verify.ts';
import { loadCluster } from '../config.ts';
import type { Environment } from '../inputs.ts';
import { type Run, withRun } from '../run.ts';
import type { VerifyInputs } from './prepare.ts';
import { verifyRequest } from './request.ts';

/** Wires the ports, finds out what to ask for and where, asks, and reports. */
export function run(given: VerifyInputs, env: Environment): Promise<boolean> {
  const subject = { action: 'verify-alb', mode: '', cluster: given.inputs.cluster || undefined };
  return withRun(env, subject, (current) => verifyOnce(given, env, current));
}

async function verifyOnce(given: VerifyInputs, env: Environment, current: Run): Promise<boolean> {
  const { inputs } = given;
  const cluster =
    given.folder === undefined ? undefined : await loadCluster(given.folder, inputs.cluster, current.progress);
  const region = cluster?.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? '';
  if (cluster ?? inputs.cluster) current.workOn(cluster ?? { name: inputs.cluster, region });
  const settings = { region, purpose: current.purpose };
  const ports = {
    ...current,
    stacks: createStacks(settings),
    services: createServices(settings),
    taskDefinitions: createTaskDefinitions(settings),
    targets: createTargets(settings),
    probe: createHttpProbe(),
  };
  // With a URL no account is asked for where it leads.
  if (cluster && !inputs.url) await guardTarget(cluster, createAccount(settings, env));
  const request = await verifyRequest(given, cluster, env, ports);
  current.progress.emit({ kind: 'phase', title: `Verify ${request.url}` });
  const { outcome, url, requests, failures, p50Ms, p99Ms } = await verify(
    { ...request, signal: current.signal },
    ports,
  );
  tellOutcome({ id: url }, outcome, current.progress);
  const units = [{ name: url, outcome }];
  current.record(units, url);
  return current.finish('Verify ALB', units, {
    url,
    requests: String(requests),
    failures: String(failures),
    'p50-ms': String(p50Ms),
    'p99-ms': String(p99Ms),
  });
}
