import type { Services } from '../../../core/create-world.ts';
import type { Sabotage } from '../../../core/sabotage.ts';
import { createTestWorld, type TestWorld } from '../../../core/testing.ts';
import type { Service, World } from '../../../core/world.ts';
import type { FunctionRunner } from '../../../drivers/functions.ts';
import { HEALTHY, noneDriver, type Outcome } from '../../../drivers/none.ts';
import type {
  ContainerDefinition,
  CreateServiceRequest,
  DescribeServicesResponse,
  DescribeTasksResponse,
  ListTasksResponse,
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse,
  Service as ServiceView,
  Task,
} from '../../../shapes/ecs.d.ts';
import { AGENT_CAPABILITIES } from '../agent/capabilities.ts';
import { createService } from '../service.ts';
import { loadBalancerStub, TARGET_GROUP, type TargetGroupOptions } from './load-balancer.ts';

export interface EcsWorldOptions {
  readonly outcomes?: Record<string, Outcome>;
  readonly sabotage?: readonly Sabotage[];
  readonly seed?: number;
  readonly targetGroup?: TargetGroupOptions;
  readonly alarms?: () => readonly object[];
  readonly others?: Partial<Record<'autoscaling' | 'ec2' | 'logs' | 'ssm', Service>>;
  /** Services as they are, in the place of plain objects. */
  readonly real?: (world: World) => Services;
  readonly functions?: FunctionRunner;
}

export interface EcsWorld extends TestWorld {
  readonly outcomes: Record<string, Outcome>;
  /** Metric data that ECS has published. */
  readonly metrics: { readonly Namespace: string; readonly MetricData: readonly Record<string, unknown>[] }[];
  call<Output = Record<string, never>>(operation: string, input: object): Promise<Output>;
  addInstance(zone: string, size?: { readonly cpu: number; readonly memory: number }, id?: string): Promise<string>;
  register(container: Partial<ContainerDefinition>, more?: Partial<RegisterTaskDefinitionRequest>): Promise<string>;
  create(more?: Partial<CreateServiceRequest>): Promise<ServiceView>;
  service(): Promise<ServiceView>;
  /** Messages of the service's events, oldest first. */
  messages(): Promise<string[]>;
  tasks(desiredStatus?: 'RUNNING' | 'STOPPED'): Promise<Task[]>;
}

/**
 * A cluster `c` with ECS itself under virtual time, tasks as nothing, and plain objects for the services that it calls.
 */
export async function ecsWorld(options: EcsWorldOptions = {}): Promise<EcsWorld> {
  const outcomes: Record<string, Outcome> = options.outcomes ?? { '**': HEALTHY };
  const metrics: EcsWorld['metrics'] = [];
  const test = createTestWorld({
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    sabotage: options.sabotage ?? [],
    services: (world) => ({
      ecs: createService(world, {
        driver: noneDriver({ clock: world.clock, outcomes }),
        ...(options.functions && { functions: options.functions }),
      }),
      elbv2: loadBalancerStub(world, options.targetGroup),
      autoscaling: { operations: { DescribeAutoScalingInstances: () => ({ AutoScalingInstances: [] }) } },
      cloudwatch: {
        operations: {
          PutMetricData: (input: EcsWorld['metrics'][number]) => void metrics.push(input),
          DescribeAlarms: () => ({ MetricAlarms: options.alarms?.() ?? [] }),
        },
      },
      ...options.others,
      ...options.real?.(world),
    }),
  });
  const call = <Output>(operation: string, input: object): Promise<Output> =>
    test.world.call<Output>('ecs', operation, input);
  await call('CreateCluster', { clusterName: 'c' });
  let instances = 0;
  const service = async (): Promise<ServiceView> => {
    const { services } = await call<DescribeServicesResponse>('DescribeServices', { cluster: 'c', services: ['s'] });
    return services?.[0] ?? {};
  };
  return {
    ...test,
    outcomes,
    metrics,
    call,
    addInstance: async (zone, size = { cpu: 2048, memory: 3915 }, id) => {
      const instanceId = id ?? `i-${String(instances++).padStart(17, '0')}`;
      await call('RegisterContainerInstance', {
        cluster: 'c',
        instanceIdentityDocument: JSON.stringify({ instanceId }),
        totalResources: [
          { name: 'CPU', type: 'INTEGER', integerValue: size.cpu },
          { name: 'MEMORY', type: 'INTEGER', integerValue: size.memory },
          { name: 'PORTS', type: 'STRINGSET', stringSetValue: ['22'] },
        ],
        attributes: [...AGENT_CAPABILITIES, { name: 'ecs.availability-zone', value: zone }],
      });
      return instanceId;
    },
    register: async (container, more) => {
      const { taskDefinition } = await call<RegisterTaskDefinitionResponse>('RegisterTaskDefinition', {
        family: 'f',
        containerDefinitions: [
          { name: 'app', image: 'app:v1', memory: 256, portMappings: [{ containerPort: 8080 }], ...container },
        ],
        ...more,
      });
      return taskDefinition?.taskDefinitionArn ?? '';
    },
    create: async (more) => {
      const { service: created } = await call<{ service?: ServiceView }>('CreateService', {
        cluster: 'c',
        serviceName: 's',
        taskDefinition: 'f',
        desiredCount: 2,
        loadBalancers: [{ targetGroupArn: TARGET_GROUP, containerName: 'app', containerPort: 8080 }],
        ...more,
      });
      return created ?? {};
    },
    service,
    messages: async () => ((await service()).events ?? []).map(({ message = '' }) => message).reverse(),
    tasks: async (desiredStatus = 'RUNNING') => {
      const { taskArns } = await call<ListTasksResponse>('ListTasks', { cluster: 'c', desiredStatus });
      if (!taskArns?.length) return [];
      const { tasks } = await call<DescribeTasksResponse>('DescribeTasks', { cluster: 'c', tasks: taskArns });
      return tasks ?? [];
    },
  };
}
