import type { AutoScalingGroup, InstanceRefresh } from '@aws-sdk/client-auto-scaling';
import type { ContainerInstance } from '@aws-sdk/client-ecs';
import type { InstanceGroupView, InstanceRefreshView } from '../../model/instance-views.ts';
import type { ContainerInstanceView } from '../../model/service-views.ts';
import type { Instances } from '../../ports/instances.ts';
import { chunked } from './chunks.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { ecsClient, unlessMissing } from './ecs/ecs-client.ts';
import { calling } from './errors.ts';

/** How many instances one call takes: of SetInstanceProtection, then of DescribeContainerInstances. */
const PROTECTED = 50;
const DESCRIBED = 100;

const ACTIVE_REFRESH = new Set(['Pending', 'InProgress', 'Cancelling', 'RollbackInProgress', 'Baking']);

export function createInstances(settings: AwsSettings): Instances {
  const autoScaling = once(async () => {
    const sdk = await import('@aws-sdk/client-auto-scaling');
    return { sdk, client: new sdk.AutoScalingClient(clientConfig(settings)) };
  });
  const ecs = ecsClient(settings);
  const refreshes = async (name: string, ids?: string[]): Promise<readonly InstanceRefreshView[]> => {
    const { sdk, client } = await autoScaling();
    const input = { AutoScalingGroupName: name, ...(ids ? { InstanceRefreshIds: ids } : {}) };
    const { InstanceRefreshes = [] } = await client.send(new sdk.DescribeInstanceRefreshesCommand(input));
    return InstanceRefreshes.map(refreshView);
  };
  return {
    group: (name) =>
      calling(`describing Auto Scaling group ${name}`, async () => {
        const { sdk, client } = await autoScaling();
        const command = new sdk.DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] });
        const { AutoScalingGroups = [] } = await client.send(command);
        return AutoScalingGroups[0] && groupView(AutoScalingGroups[0]);
      }),
    containerInstances: (cluster) =>
      calling(`describing container instances of cluster ${cluster}`, async () => {
        const { sdk, client } = await ecs();
        const pages = await unlessMissing([], () =>
          Array.fromAsync(sdk.paginateListContainerInstances({ client }, { cluster })),
        );
        const arns = pages.flatMap((page) => page.containerInstanceArns ?? []);
        const described = await chunked(arns, DESCRIBED, (containerInstances) =>
          client.send(new sdk.DescribeContainerInstancesCommand({ cluster, containerInstances })),
        );
        return described.flatMap((answer) => answer.containerInstances ?? []).map(containerView);
      }),
    resize: (name, { minSize, desiredCapacity }) =>
      calling(`resizing Auto Scaling group ${name}`, async () => {
        const { sdk, client } = await autoScaling();
        await client.send(
          new sdk.UpdateAutoScalingGroupCommand({
            AutoScalingGroupName: name,
            MinSize: minSize,
            DesiredCapacity: desiredCapacity,
          }),
        );
      }),
    removeProtection: (name, instanceIds) =>
      calling(`removing scale-in protection in Auto Scaling group ${name}`, async () => {
        const { sdk, client } = await autoScaling();
        const input = { AutoScalingGroupName: name, ProtectedFromScaleIn: false };
        await chunked(instanceIds, PROTECTED, (InstanceIds) =>
          client.send(new sdk.SetInstanceProtectionCommand({ ...input, InstanceIds })),
        );
      }),
    startRefresh: (name) =>
      calling(`starting an instance refresh of Auto Scaling group ${name}`, async () => {
        const { sdk, client } = await autoScaling();
        const { InstanceRefreshId = '' } = await client.send(
          new sdk.StartInstanceRefreshCommand({
            AutoScalingGroupName: name,
            Strategy: 'Rolling',
            Preferences: {
              // Launch before terminating; instances that ECS protects are replaced too, after draining.
              MinHealthyPercentage: 100,
              MaxHealthyPercentage: 200,
              ScaleInProtectedInstances: 'Refresh',
              SkipMatching: true,
            },
          }),
        );
        return InstanceRefreshId;
      }),
    refresh: (name, id) => calling(`describing instance refresh ${id}`, async () => (await refreshes(name, [id]))[0]),
    activeRefresh: (name) =>
      calling(`describing instance refreshes of Auto Scaling group ${name}`, async () =>
        (await refreshes(name)).find(({ status }) => ACTIVE_REFRESH.has(status)),
      ),
  };
}

function groupView(group: AutoScalingGroup): InstanceGroupView {
  return {
    name: group.AutoScalingGroupName ?? '',
    minSize: group.MinSize ?? 0,
    maxSize: group.MaxSize ?? 0,
    desiredCapacity: group.DesiredCapacity ?? 0,
    launchTemplateVersion: group.LaunchTemplate?.Version,
    instances: (group.Instances ?? []).map((instance) => ({
      id: instance.InstanceId ?? '',
      lifecycleState: instance.LifecycleState ?? '',
      protectedFromScaleIn: instance.ProtectedFromScaleIn ?? false,
      launchTemplateVersion: instance.LaunchTemplate?.Version,
    })),
  };
}

function containerView(instance: ContainerInstance): ContainerInstanceView {
  const amount = (resources: ContainerInstance['remainingResources'], name: string): number =>
    resources?.find((resource) => resource.name === name)?.integerValue ?? 0;
  const ports = (resources: ContainerInstance['remainingResources']): readonly number[] =>
    (resources?.find(({ name }) => name === 'PORTS')?.stringSetValue ?? []).map(Number);
  const { remainingResources: remaining, registeredResources: registered } = instance;
  return {
    arn: instance.containerInstanceArn ?? '',
    ec2InstanceId: instance.ec2InstanceId ?? '',
    status: instance.status ?? '',
    agentConnected: instance.agentConnected ?? false,
    capacityProvider: instance.capacityProviderName,
    runningTasks: instance.runningTasksCount ?? 0,
    remainingCpu: amount(remaining, 'CPU'),
    remainingMemoryMiB: amount(remaining, 'MEMORY'),
    registeredCpu: amount(registered, 'CPU'),
    registeredMemoryMiB: amount(registered, 'MEMORY'),
    reservedPorts: ports(registered),
    usedPorts: ports(remaining),
    attributes: Object.fromEntries((instance.attributes ?? []).map(({ name = '', value = '' }) => [name, value])),
  };
}

function refreshView(refresh: InstanceRefresh): InstanceRefreshView {
  return {
    id: refresh.InstanceRefreshId ?? '',
    status: refresh.Status ?? '',
    reason: refresh.StatusReason,
    percentageComplete: refresh.PercentageComplete ?? 0,
    instancesToUpdate: refresh.InstancesToUpdate ?? 0,
  };
}
