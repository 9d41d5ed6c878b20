import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';

export function checkCapacity({ file, cluster }: ClusterDraft): readonly ConfigIssue[] {
  const { minSize, maxSize, agent } = file.value.capacity;
  const issues: ConfigIssue[] = [];
  if (minSize > maxSize) {
    const message = `capacity.minSize is ${minSize}, more than maxSize, ${maxSize}.`;
    const stated = 'capacity/minSize' in file.values ? 'minSize' : 'maxSize';
    issues.push(...problemAt(file, ['capacity', stated], message, 'Lower minSize, or raise maxSize.'));
  }
  if (Object.hasOwn(agent, 'ECS_CLUSTER')) {
    const message = 'capacity.agent sets ECS_CLUSTER.';
    issues.push(
      ...problemAt(file, ['capacity', 'agent', 'ECS_CLUSTER'], message, `Remove it: it is always ${cluster.name}.`),
    );
  }
  if (cluster.capacity.securityGroupName === cluster.loadBalancer.securityGroupName) {
    const message = `The instances and the load balancer have the same security group, "${cluster.capacity.securityGroupName}".`;
    const hint = "Give them different names: one group's rule refers to the other.";
    issues.push(...problemAt(file, ['capacity', 'securityGroupName'], message, hint));
  }
  return issues;
}

/** Keys that do nothing in the other mode of instance scaling. */
export function warnOfIdleKeys({ file }: ClusterDraft): readonly ConfigIssue[] {
  const { instanceScaling } = file.value.capacity;
  const idle = instanceScaling === 'managed' ? ['steps'] : ['targetCapacity', 'instanceWarmupPeriod'];
  return idle
    .filter((key) => `capacity/${key}` in file.values)
    .flatMap((key) =>
      problemAt(
        file,
        ['capacity', key],
        `capacity.${key} has no effect with "instanceScaling: ${instanceScaling}".`,
        'Remove it, or change instanceScaling.',
      ),
    );
}
