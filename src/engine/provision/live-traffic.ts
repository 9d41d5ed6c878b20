import { awaitedHook, pauseText } from '../../health/service/pause.ts';
import type { JsonObject } from '../../model/json.ts';
import { isGreen, type Outcome } from '../../model/outcome.ts';
import type { Service } from '../../model/service.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { StackView } from '../../model/stack-views.ts';
import { withLiveWeights } from '../../plan/stack/live-weights.ts';
import { patience } from '../deadline.ts';
import { readService } from '../observe/read-services.ts';
import { waitFor } from '../wait.ts';
import { applyStack } from './apply-stack.ts';
import { isComplete, openChangeSet } from './change-set.ts';
import type { ComparedStack } from './compare-stack.ts';
import type { ProvisionRun } from './context.ts';
import { observeWeights } from './live-weights.ts';
import type { PlannedStack } from './planned-stack.ts';
import { refusedChangeSet, superseded } from './refusal.ts';

/** Whether the plan changes a rule whose traffic ECS may be shifting. */
export function touchesTraffic({ compared, service }: PlannedStack): boolean {
  if (!service?.loadBalancers.some(({ alternate }) => alternate) || compared.comparison.kind !== 'change-set')
    return false;
  return compared.comparison.view.changes.some(
    ({ type, action }) => type === 'AWS::ElasticLoadBalancingV2::ListenerRule' && action === 'Modify',
  );
}

/**
 * Waits until ECS shifts no traffic of the service, and makes the stack's template say what its rules say: an update
 * that then fails goes back to exactly that. Returns why it could not be done, or whether anything was written.
 */
export async function settleTraffic(
  service: Service,
  { stack, comparison }: ComparedStack,
  run: ProvisionRun,
): Promise<{ readonly refusal: Outcome } | { readonly isWritten: boolean }> {
  const busy = await waitUntilStill(service, run);
  if (busy) return { refusal: stillShifting(busy) };
  if (!stack) return { isWritten: false };
  const template: JsonObject = JSON.parse(await run.stacks.template(stack.id));
  const settled = withLiveWeights(template, await observeWeights(service, run));
  if (!settled) return { isWritten: false };
  const desired = templateOf(stack, settled);
  if (!isComplete(desired)) throw new Error(`stack ${stack.name} lacks parameters`);
  if (comparison.kind === 'change-set') await run.stacks.deleteChangeSet(comparison.view.id);
  const view = await openChangeSet(desired, 'update', run);
  if (!view) return { refusal: superseded(stack.name) };
  if (view.status !== 'CREATE_COMPLETE') return { refusal: refusedChangeSet(view, [], desired) };
  const { outcome } = await applyStack(desired, { stack, comparison: { kind: 'change-set', view }, notes: [] }, run);
  return isGreen(outcome.kind) ? { isWritten: true } : { refusal: outcome };
}

function templateOf({ name, parameters, tags }: StackView, template: JsonObject): StackTemplate {
  const resources = template['Resources'] as StackTemplate['resources'];
  return { name, body: JSON.stringify(template), digest: '', resources, parameters, tags, sources: {} };
}

async function waitUntilStill({ name }: Service, run: ProvisionRun): Promise<string | undefined> {
  const waited = await waitFor(
    {
      subject: `service ${name}`,
      observe: async () => {
        const view = await readService(run.services, run.cluster.name, name);
        const current = isRolling(view) ? view?.currentServiceDeployment : undefined;
        const [deployment] = current === undefined ? [] : await run.services.deploymentsByArn([current]);
        return { view, deployment };
      },
      assess: ({ view, deployment }) => {
        const message = `a deployment of ${name} is under way and may shift its traffic`;
        const hook = deployment && awaitedHook(deployment);
        if (hook) return { state: 'failed', message: `${message}, and ${pauseText(deployment, hook)}` };
        return isRolling(view) ? { state: 'pending', message } : { state: 'healthy', message: 'nothing is under way' };
      },
      ...patience(run),
    },
    run,
  );
  return waited.kind === 'healthy' ? undefined : waited.message;
}

function isRolling(view: ServiceView | undefined): boolean {
  return view?.deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS') ?? false;
}

function stillShifting(busy: string): Outcome {
  return {
    kind: 'blocked',
    summary: `The stack was not updated: ${busy}.`,
    evidence: [],
    nextStep:
      'Let the deployment end, or answer it if it is paused (mode: continue of deploy-service); then run the job again.',
  };
}
