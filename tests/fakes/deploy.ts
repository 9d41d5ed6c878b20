import type { DeployPorts, DeployRequest } from '../../src/engine/deploy/context.ts';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import type { ServiceResult } from '../../src/engine/rollout/context.ts';
import type { ProgressEvent } from '../../src/model/progress-events.ts';
import type { ScheduledTargetView } from '../../src/model/scheduled-task.ts';
import type { Service } from '../../src/model/service.ts';
import { aCluster, aService } from '../builders/cluster.ts';
import { aStack } from '../builders/stack.ts';
import { instantClock } from './clock.ts';
import { type FakeEcs, fakeEcs } from './ecs.ts';
import { aGroup, fakeInstances } from './instances.ts';
import { CLUSTER_OUTPUTS_LIVE } from './provision.ts';
import type { Course } from './rollouts.ts';
import { fakeScaling } from './scaling.ts';
import { type FakeScheduledTasks, fakeScheduledTasks } from './scheduled-tasks.ts';
import { fakeStacks } from './stacks.ts';
import { type FakeStandaloneTasks, fakeStandaloneTasks, type TaskScript } from './standalone-tasks.ts';
import { fakeTaskNetworks } from './task-networks.ts';

export interface FakeDeployPorts extends DeployPorts {
  readonly events: readonly ProgressEvent[];
  readonly ecs: FakeEcs;
  readonly scalingWrites: readonly string[];
  readonly tasks: FakeStandaloneTasks;
  readonly scheduledTasks: FakeScheduledTasks;
}

export interface DeployScript {
  readonly courses?: readonly Course[];
  readonly account?: string;
  /** Whether the stacks exist. */
  readonly provisioned?: boolean;
  /** What the load balancer says of every task. */
  readonly targets?: 'healthy' | 'unhealthy';
  /** How the task before a deployment goes. */
  readonly task?: TaskScript;
  /** What rules start. */
  readonly scheduled?: readonly ScheduledTargetView[];
}

/** An account in which the working example is provisioned and nothing is deployed. */
export function fakeDeployPorts(script: DeployScript = {}): FakeDeployPorts {
  const { courses = [], account = '123456789012', provisioned = true, targets = 'healthy' } = script;
  const clock = instantClock();
  const events: ProgressEvent[] = [];
  const scalingWrites: string[] = [];
  const scheduledTasks = fakeScheduledTasks(script.scheduled);
  const ecs = fakeEcs(clock, courses);
  const stacks = [
    aStack({ name: 'sample-ecs-cluster', outputs: CLUSTER_OUTPUTS_LIVE }),
    aStack({ name: 'sample-ecs-cluster-sample-ecs-service', outputs: { TargetGroup1Arn: 'arn:targetgroup/1' } }),
  ];
  return {
    events,
    ecs,
    scalingWrites,
    clock,
    progress: { emit: (event) => void events.push(event) },
    account: { accountId: async () => account, region: async () => 'ap-northeast-1' },
    stacks: fakeStacks(provisioned ? { stacks } : {}),
    services: ecs.services,
    taskDefinitions: ecs.taskDefinitions,
    tasks: fakeStandaloneTasks(clock, script.task),
    scaling: fakeScaling(scalingWrites),
    scheduledTasks,
    targets: {
      health: async () => [
        {
          id: 'i-1',
          port: 32768,
          state: targets,
          reason: targets === 'healthy' ? undefined : 'Target.ResponseCodeMismatch',
          description: targets === 'healthy' ? undefined : 'Health checks failed with these codes: [503]',
        },
      ],
      forwards: async () => [],
    },
    instances: fakeInstances(aGroup()),
    taskNetworks: fakeTaskNetworks(),
    logs: {
      groupExists: async () => true,
      tail: async (_, stream) => [`last words in ${stream}`],
      page: async (_, stream, from) => ({ lines: from ? [] : [`first words in ${stream}`], next: 'end' }),
    },
  };
}

const ROLLBACK = { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } };
const LOGS = { logDriver: 'awslogs', options: { 'awslogs-group': 'g', 'awslogs-stream-prefix': 'p' } };

/** The working example's service with one container, whose log and rollback are on. */
export function version(image: string, overrides: Partial<Service> = {}): Service {
  return aService({
    taskDefinition: {
      family: 'sample',
      definition: { containerDefinitions: [{ name: 'nginx', image, logConfiguration: LOGS }] },
      containers: [{ name: 'nginx', image: { kind: 'config', image } }],
      source: {},
    },
    settings: ROLLBACK,
    ...overrides,
  });
}

/** Deploys one service with these ports. */
export async function deployed(
  ports: DeployPorts,
  service: Service,
  overrides: Partial<DeployRequest> = {},
): Promise<ServiceResult> {
  const [result] = await deploy(
    {
      cluster: aCluster({ services: [service] }),
      services: [service.name],
      mode: 'apply',
      images: [],
      commit: 'abc',
      timeoutMs: 600_000,
      onCancel: 'rollback',
      ...overrides,
    },
    ports,
  );
  if (!result) throw new Error('no result');
  return result;
}
