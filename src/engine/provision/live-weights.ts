import type { Service } from '../../model/service.ts';
import { serviceStackName } from '../../model/stack-names.ts';
import { liveWeights, ruleArns } from '../../plan/stack/live-weights.ts';
import type { LiveWeights } from '../../template/listener-rules.ts';
import type { ProvisionRun } from './context.ts';

/** How the live rules of a service divide its traffic, where ECS shifts it; nothing is asked where it does not. */
export async function observeWeights(service: Service, run: ProvisionRun): Promise<LiveWeights> {
  if (!service.loadBalancers.some(({ alternate }) => alternate)) return {};
  const stack = await run.stacks.describe(serviceStackName(run.cluster.name, service.name));
  if (!stack) return {};
  const resources = await run.stacks.resources(stack.id);
  const forwards = await run.targets.forwards(ruleArns(resources));
  return liveWeights(service, { resources, outputs: stack.outputs, forwards });
}
