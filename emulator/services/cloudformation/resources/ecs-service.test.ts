import { afterEach, expect, test } from '@jest/globals';
import { HEALTHY } from '../../../drivers/none.ts';
import type { Service, TaskDefinition } from '../../../shapes/ecs.d.ts';
import type { ClusterWorld } from '../testing/cluster-world.ts';
import { CLUSTER_TEMPLATE, clusterWorld } from '../testing/cluster-world.ts';
import { changeOf, MINUTE } from '../testing/stack-world.ts';

const SERVICE = `
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: app
      ContainerDefinitions:
        - Name: app
          Image: !Ref Image
          MemoryReservation: 64
          PortMappings: [{ ContainerPort: 80, HostPort: 0 }]
          Environment: [{ Name: MODE, Value: fast }]
          DockerLabels: { Owner: Web }
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Associations, Rule]
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      DesiredCount: 2
      LoadBalancers: [{ ContainerName: app, ContainerPort: 80, TargetGroupArn: !Ref Targets }]
      DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } }
      PlacementStrategies: [{ Type: spread, Field: instanceId }]
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: !Sub 'service/\${Cluster}/\${Service.Name}'
      MinCapacity: 2
      MaxCapacity: 4
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: cpu
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 50
        PredefinedMetricSpecification: { PredefinedMetricType: ECSServiceAverageCPUUtilization }
`;
const TEMPLATE = CLUSTER_TEMPLATE.replace('Parameters:\n', 'Parameters:\n  Image: { Type: String }\n').replace(
  '\nOutputs:',
  `${SERVICE}Outputs:`,
);
const withImage = (ParameterValue: string): object => ({
  StackName: 's',
  Capabilities: ['CAPABILITY_NAMED_IAM'],
  TemplateBody: TEMPLATE,
  Parameters: [{ ParameterKey: 'Image', ParameterValue }],
});

let running: ClusterWorld | undefined;
afterEach(() => running?.stop());

async function deployed(): Promise<ClusterWorld> {
  const cluster = clusterWorld({ 'app:v*': HEALTHY });
  running = cluster;
  await cluster.deploy({ ...withImage('app:v1'), ChangeSetType: 'CREATE' });
  await cluster.advance(10 * MINUTE);
  return cluster;
}

async function liveService({ world, call }: ClusterWorld): Promise<Service | undefined> {
  const { StackResourceDetail: detail } = await call<{ StackResourceDetail: { PhysicalResourceId: string } }>(
    'DescribeStackResource',
    { StackName: 's', LogicalResourceId: 'Service' },
  );
  const { services } = await world.call<{ services: Service[] }>('ecs', 'DescribeServices', {
    cluster: 'sample-ecs-cluster',
    services: [detail.PhysicalResourceId],
    include: ['TAGS'],
  });
  return services[0];
}

async function revision({ world }: ClusterWorld, taskDefinition: string): Promise<TaskDefinition> {
  const answer = await world.call<{ taskDefinition: TaskDefinition }>('ecs', 'DescribeTaskDefinition', {
    taskDefinition,
  });
  return answer.taskDefinition;
}

test('a service is complete when its tasks serve, with its scaling, and leaves with its stack', async () => {
  const cluster = await deployed();
  const { world, call, advance, stack } = cluster;
  const { StackId: id = '', StackStatus: status } = await stack('s');
  expect(status).toBe('CREATE_COMPLETE');
  expect(await liveService(cluster)).toMatchObject({
    serviceName: expect.stringMatching(/^s-Service-\w{12}$/),
    runningCount: 2,
    deployments: [{ rolloutState: 'COMPLETED' }],
    placementStrategy: [{ type: 'spread', field: 'instanceId' }],
    tags: expect.arrayContaining([{ key: 'aws:cloudformation:logical-id', value: 'Service' }]),
  });
  expect((await revision(cluster, 'app:1')).containerDefinitions?.[0]).toMatchObject({
    environment: [{ name: 'MODE', value: 'fast' }],
    dockerLabels: { Owner: 'Web' },
  });
  const scaling = (operation: string): Promise<unknown> =>
    world.call('application-autoscaling', operation, { ServiceNamespace: 'ecs' });
  expect(await scaling('DescribeScalableTargets')).toMatchObject({ ScalableTargets: [{ MaxCapacity: 4 }] });
  expect(await scaling('DescribeScalingPolicies')).toMatchObject({ ScalingPolicies: [{ PolicyName: 'cpu' }] });

  await call('DeleteStack', { StackName: 's' });
  await advance(30 * MINUTE);
  expect(await stack(id)).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
  expect(await scaling('DescribeScalableTargets')).toMatchObject({ ScalableTargets: [] });
  expect((await revision(cluster, 'app:1')).status).toBe('INACTIVE');
});

test('another image is another revision, which the service takes over in place', async () => {
  const cluster = await deployed();
  const shown = await cluster.changeSet(withImage('app:v2'));
  expect(changeOf(shown, 'Task')).toMatchObject({ Action: 'Modify', Replacement: 'True' });
  expect(changeOf(shown, 'Service')).toMatchObject({ Action: 'Modify', Replacement: 'False' });
  await cluster.call('ExecuteChangeSet', { ChangeSetName: shown.ChangeSetId });
  await cluster.advance(10 * MINUTE);
  expect(await cluster.stack('s')).toMatchObject({ StackStatus: 'UPDATE_COMPLETE' });
  expect((await liveService(cluster))?.taskDefinition).toMatch(/app:2$/);
  expect((await revision(cluster, 'app:1')).status).toBe('INACTIVE');
});

test('a service whose deployment ECS gives up fails the update, and the stack goes back', async () => {
  const cluster = await deployed();
  await cluster.deploy(withImage('app:unknown'));
  await cluster.advance(20 * MINUTE);
  expect(await cluster.stack('s')).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect((await cluster.events('s')).filter((event) => event.startsWith('Service UPDATE_FAILED'))).toEqual([
    'Service UPDATE_FAILED (Resource handler returned message: "Error occurred during operation \'ECS Deployment Circuit ' +
      'Breaker was triggered\'." (RequestToken: UUID, HandlerErrorCode: GeneralServiceException))',
  ]);
  expect(await liveService(cluster)).toMatchObject({
    taskDefinition: expect.stringMatching(/app:1$/),
    runningCount: 2,
    deployments: [{ rolloutState: 'COMPLETED' }],
  });
});
