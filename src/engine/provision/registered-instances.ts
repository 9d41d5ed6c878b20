import { assessRegistration, missingInstances, type Registration } from '../../health/target/registered-instances.ts';
import type { Outcome } from '../../model/outcome.ts';
import { CLUSTER_OUTPUTS } from '../../model/stack-names.ts';
import type { StackView } from '../../model/stack-views.ts';
import { patience } from '../deadline.ts';
import { waitFor } from '../wait.ts';
import type { ProvisionRun } from './context.ts';

/**
 * Waits until the cluster has its instances: CloudFormation is content with instances that run, whether their ECS agent
 * has registered or not. Returns why they are missing, undefined where they are there.
 */
export async function waitForInstances(stack: StackView, run: ProvisionRun): Promise<Outcome | undefined> {
  const name = stack.outputs[CLUSTER_OUTPUTS.autoScalingGroup] ?? run.cluster.capacity.autoScalingGroupName;
  const observe = async (): Promise<Registration> => {
    const [group, containerInstances] = await Promise.all([
      run.instances.group(name),
      run.instances.containerInstances(run.cluster.name),
    ]);
    return { group, containerInstances };
  };
  const { kind, view, message } = await waitFor(
    { subject: `instances of ${run.cluster.name}`, observe, assess: assessRegistration, ...patience(run) },
    run,
  );
  if (kind === 'healthy') return undefined;
  return {
    kind,
    summary: `The instances of cluster ${run.cluster.name} are not registered: ${message}.`,
    evidence: missingInstances(view),
    nextStep: UNREGISTERED,
  };
}

const UNREGISTERED =
  'An agent does not register if it has no network path to ECS (public IP, NAT or endpoints), no permission (instance role) or another cluster (user data, /etc/ecs/ecs.config). Look at /var/log/ecs/ecs-agent.log through Session Manager.';
