import type { InstanceGroupView } from '../../src/model/instance-views.ts';
import type { ContainerInstanceView } from '../../src/model/service-views.ts';
import type { Instances } from '../../src/ports/instances.ts';

export interface FakeInstances extends Instances {
  readonly writes: readonly string[];
}

export function aGroup(overrides: Partial<InstanceGroupView> = {}): InstanceGroupView {
  return {
    name: 'sample-autoscaling-group',
    minSize: 2,
    maxSize: 4,
    desiredCapacity: 2,
    launchTemplateVersion: '1',
    instances: [anInstance('i-1'), anInstance('i-2')],
    ...overrides,
  };
}

export function anInstance(
  id: string,
  overrides: Partial<InstanceGroupView['instances'][number]> = {},
): InstanceGroupView['instances'][number] {
  return { id, lifecycleState: 'InService', protectedFromScaleIn: true, launchTemplateVersion: '1', ...overrides };
}

export function aContainerInstance(
  ec2InstanceId: string,
  overrides: Partial<ContainerInstanceView> = {},
): ContainerInstanceView {
  return {
    arn: `arn:container-instance/${ec2InstanceId}`,
    ec2InstanceId,
    status: 'ACTIVE',
    agentConnected: true,
    capacityProvider: 'sample-capacity-provider',
    runningTasks: 0,
    remainingCpu: 2048,
    remainingMemoryMiB: 4096,
    registeredCpu: 2048,
    registeredMemoryMiB: 4096,
    reservedPorts: [22, 2375, 2376, 51678, 51679],
    usedPorts: [22, 2375, 2376, 51678, 51679],
    attributes: { 'ecs.instance-type': 't2.medium' },
    ...overrides,
  };
}

/**
 * A group whose instances are in the cluster; `unregistered` are not. Instances without protection go when it is
 * resized.
 */
export function fakeInstances(
  initial: InstanceGroupView | undefined,
  { unregistered = [], refreshEnd = 'Successful' }: { unregistered?: readonly string[]; refreshEnd?: string } = {},
): FakeInstances {
  let group = initial;
  const writes: string[] = [];
  return {
    writes,
    group: async () => group,
    containerInstances: async () =>
      (group?.instances ?? []).filter(({ id }) => !unregistered.includes(id)).map(({ id }) => aContainerInstance(id)),
    resize: async (name, sizes) => {
      writes.push(`resize ${name} to ${sizes.desiredCapacity}`);
      if (!group) return;
      group = {
        ...group,
        ...sizes,
        instances: group.instances.filter(({ protectedFromScaleIn }) => protectedFromScaleIn),
      };
    },
    removeProtection: async (_name, ids) => {
      writes.push(`unprotect ${ids.join(' ')}`);
      if (!group) return;
      group = { ...group, instances: group.instances.map((one) => ({ ...one, protectedFromScaleIn: false })) };
    },
    startRefresh: async (name) => {
      writes.push(`refresh ${name}`);
      return 'refresh-1';
    },
    refresh: async (_name, id) => ({
      id,
      status: refreshEnd,
      reason: refreshEnd === 'Successful' ? undefined : 'an instance did not become healthy',
      percentageComplete: 100,
      instancesToUpdate: 0,
    }),
    activeRefresh: async () => undefined,
  };
}
