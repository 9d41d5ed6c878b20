import type { ProvisionPorts } from '../../src/engine/provision/context.ts';
import type { ProgressEvent } from '../../src/model/progress-events.ts';
import type { ForwardView, ServiceDeploymentView, ServiceView } from '../../src/model/service-views.ts';
import type { RuleView } from '../../src/ports/targets.ts';
import { instantClock } from './clock.ts';
import { aGroup, type FakeInstances, fakeInstances } from './instances.ts';
import { type FakeStacks, fakeStacks, type StackScript } from './stacks.ts';

export interface ProvisionScript extends StackScript {
  readonly account?: string;
  readonly region?: string;
  readonly existingRoles?: readonly string[];
  readonly existingLogGroups?: readonly string[];
  readonly services?: readonly ServiceView[];
  readonly serviceDeployments?: readonly ServiceDeploymentView[];
  /** What every rule is found to forward to. */
  readonly forwards?: readonly ForwardView[];
  /** What every listener has. */
  readonly rules?: readonly RuleView[];
  /** ARNs of target groups by name. */
  readonly targetGroups?: Readonly<Record<string, string>>;
  readonly instances?: FakeInstances;
  /** The group exists whether its stack does or not. */
  readonly groupExists?: boolean;
}

export interface FakePorts extends ProvisionPorts {
  readonly stacks: FakeStacks;
  readonly instances: FakeInstances;
  readonly events: readonly ProgressEvent[];
}

/** What the cluster's stack says once it exists. */
export const CLUSTER_OUTPUTS_LIVE = {
  ClusterName: 'sample-ecs-cluster',
  CapacityProvider: 'sample-capacity-provider',
  AutoScalingGroup: 'sample-autoscaling-group',
  LoadBalancerArn: 'arn:loadbalancer/1',
  LoadBalancerDnsName: 'sample-ecs-alb-1.ap-northeast-1.elb.amazonaws.com',
  VpcId: 'vpc-1',
  Listener80Arn: 'arn:listener/80',
};

/** An account with a default VPC in two zones, and what the script says. */
export function fakePorts(script: ProvisionScript = {}): FakePorts {
  const { account = '123456789012', region, existingRoles = [], existingLogGroups = [], services = [] } = script;
  const { serviceDeployments = [], forwards = [] } = script;
  const events: ProgressEvent[] = [];
  const subnet = (id: string, availabilityZone: string) => ({
    id,
    vpcId: 'vpc-1',
    availabilityZone,
    isDefaultForZone: true,
  });
  const stacks = fakeStacks({ outputs: { 'sample-ecs-cluster': CLUSTER_OUTPUTS_LIVE }, ...script });
  const isLive = async (): Promise<boolean> =>
    script.groupExists || (await stacks.describe('sample-ecs-cluster')) !== undefined;
  const instances = script.instances ?? fakeInstances(aGroup());
  return {
    events,
    stacks,
    account: { accountId: async () => account, region: async () => region },
    networks: {
      defaultVpcId: async () => 'vpc-1',
      subnets: async () => [subnet('subnet-a', 'ap-northeast-1a'), subnet('subnet-c', 'ap-northeast-1c')],
    },
    // The group exists as soon as its stack does.
    instances: { ...instances, group: async (name) => ((await isLive()) ? instances.group(name) : undefined) },
    logs: { groupExists: async (name) => existingLogGroups.includes(name) },
    roles: { exists: async (name) => existingRoles.includes(name) },
    services: {
      list: async () => services.map(({ name }) => name),
      describe: async (_cluster, names) => names.map((name) => services.find((service) => service.name === name)),
      deploymentsByArn: async (arns) => arns.map((arn) => serviceDeployments.find((each) => each.arn === arn)),
    },
    targets: {
      forwards: async () => forwards,
      rules: async () => script.rules ?? [],
      targetGroup: async (name) => script.targetGroups?.[name],
    },
    clock: instantClock(),
    progress: { emit: (event) => void events.push(event) },
  };
}
