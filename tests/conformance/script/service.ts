import type { ScriptItem } from '../step.ts';

const CONTAINER = {
  name: 'web',
  image: 'example/web:1',
  memory: 128,
  portMappings: [{ containerPort: 80, hostPort: 0 }],
};

/**
 * A service behind the load balancer: how it begins, what is read of it, how it is updated, interrupted and removed.
 */
export const service: readonly ScriptItem[] = [
  {
    service: 'ecs',
    operation: 'RegisterTaskDefinition',
    input: { family: 'conformance', networkMode: 'bridge', containerDefinitions: [CONTAINER] },
    save: { first: 'taskDefinition.taskDefinitionArn' },
    fields: [
      'taskDefinition.family',
      'taskDefinition.revision',
      'taskDefinition.status',
      'taskDefinition.networkMode',
      'taskDefinition.containerDefinitions.0.essential',
    ],
  },
  {
    service: 'ecs',
    operation: 'RegisterTaskDefinition',
    input: { family: 'conformance', networkMode: 'bridge', containerDefinitions: [{ ...CONTAINER, memory: 130 }] },
    save: { second: 'taskDefinition.taskDefinitionArn' },
    fields: ['taskDefinition.revision', 'taskDefinition.taskDefinitionArn'],
  },
  {
    service: 'ecs',
    operation: 'DescribeTaskDefinition',
    input: { taskDefinition: 'conformance:1', include: ['TAGS'] },
    fields: [
      'taskDefinition.taskDefinitionArn',
      'taskDefinition.status',
      'taskDefinition.containerDefinitions.0.portMappings.0.protocol',
    ],
    cli: true,
  },
  {
    service: 'ecs',
    operation: 'DescribeTaskDefinition',
    input: { taskDefinition: 'none' },
    refused: 'ClientException',
  },
  {
    service: 'ecs',
    operation: 'CreateService',
    input: {
      cluster: 'conformance',
      serviceName: 'web',
      taskDefinition: '<first>',
      desiredCount: 2,
      loadBalancers: [{ targetGroupArn: '<targetGroup>', containerName: 'web', containerPort: 80 }],
      tags: [{ key: 'team', value: 'web' }],
    },
    save: { service: 'service.serviceArn' },
    fields: [
      'service.status',
      'service.desiredCount',
      'service.launchType',
      'service.schedulingStrategy',
      'service.deploymentConfiguration.maximumPercent',
      'service.deploymentConfiguration.minimumHealthyPercent',
    ],
  },
  {
    service: 'ecs',
    operation: 'CreateService',
    input: { cluster: 'none', serviceName: 'web', taskDefinition: '<first>', desiredCount: 1 },
    refused: 'ClusterNotFoundException',
  },
  { service: 'ecs', waiter: 'services_stable', input: { cluster: 'conformance', services: ['web'] } },
  {
    service: 'ecs',
    operation: 'CreateService',
    input: { cluster: 'conformance', serviceName: 'idle', taskDefinition: '<first>', desiredCount: 0 },
  },
  {
    service: 'ecs',
    operation: 'DescribeServices',
    input: { cluster: 'conformance', services: ['web', 'none'], include: ['TAGS'] },
    until: { 'services.0.deployments.0.rolloutState': 'COMPLETED' },
    fields: [
      'services.0.serviceName',
      'services.0.status',
      'services.0.taskDefinition',
      'services.0.tags',
      'failures.0.reason',
      'failures.0.arn',
    ],
    cli: true,
  },
  {
    service: 'ecs',
    operation: 'DescribeServices',
    input: { cluster: 'none', services: ['web'] },
    refused: 'ClusterNotFoundException',
  },
  { service: 'ecs', operation: 'ListServices', input: { cluster: 'conformance' } },
  { service: 'ecs', paginate: 'ListServices', input: { cluster: 'conformance' }, pageSize: 1 },
  {
    service: 'ecs',
    operation: 'TagResource',
    input: { resourceArn: '<service>', tags: [{ key: 'commit', value: 'abc' }] },
  },
  {
    service: 'ecs',
    operation: 'ListTasks',
    input: { cluster: 'conformance', serviceName: 'web' },
    save: { task: 'taskArns.0' },
  },
  { service: 'ecs', paginate: 'ListTasks', input: { cluster: 'conformance', serviceName: 'web' }, pageSize: 1 },
  { service: 'ecs', waiter: 'tasks_running', input: { cluster: 'conformance', tasks: ['<task>'] } },
  {
    service: 'ecs',
    operation: 'DescribeTasks',
    input: { cluster: 'conformance', tasks: ['<task>'], include: ['TAGS'] },
    fields: ['tasks.0.lastStatus', 'tasks.0.launchType'],
    cli: true,
  },
  { service: 'elbv2', waiter: 'target_in_service', input: { TargetGroupArn: '<targetGroup>' } },
  {
    service: 'elbv2',
    operation: 'DescribeTargetHealth',
    input: { TargetGroupArn: '<targetGroup>' },
    fields: ['TargetHealthDescriptions.0.TargetHealth.State'],
    cli: true,
  },
  {
    service: 'elbv2',
    operation: 'DescribeTargetHealth',
    input: { TargetGroupArn: 'arn:aws:elasticloadbalancing:<region>:123456789012:targetgroup/none/0123456789abcdef' },
    refused: 'TargetGroupNotFound',
  },
  {
    service: 'ecs',
    operation: 'ListServiceDeployments',
    input: { cluster: 'conformance', service: 'web' },
    save: {
      serviceDeployment: 'serviceDeployments.0.serviceDeploymentArn',
      revision: 'serviceDeployments.0.targetServiceRevisionArn',
    },
  },
  {
    service: 'ecs',
    operation: 'DescribeServiceDeployments',
    input: { serviceDeploymentArns: ['<serviceDeployment>'] },
    cli: true,
  },
  { service: 'ecs', operation: 'DescribeServiceRevisions', input: { serviceRevisionArns: ['<revision>'] }, cli: true },
  {
    service: 'ecs',
    operation: 'UpdateService',
    input: { cluster: 'conformance', service: 'web', taskDefinition: '<second>' },
    fields: ['service.serviceName', 'service.status'],
  },
  {
    service: 'ecs',
    operation: 'UpdateService',
    input: { cluster: 'conformance', service: 'none', desiredCount: 1 },
    refused: 'ServiceNotFoundException',
  },
  {
    service: 'ecs',
    operation: 'ListServiceDeployments',
    input: { cluster: 'conformance', service: 'web', status: ['PENDING', 'IN_PROGRESS'] },
    until: { 'serviceDeployments.0.status': 'IN_PROGRESS' },
    save: { underWay: 'serviceDeployments.0.serviceDeploymentArn' },
  },
  {
    service: 'ecs',
    operation: 'StopServiceDeployment',
    input: { serviceDeploymentArn: '<underWay>', stopType: 'ROLLBACK' },
  },
  {
    service: 'ecs',
    operation: 'DescribeServiceDeployments',
    input: { serviceDeploymentArns: ['<underWay>'] },
    until: { 'serviceDeployments.0.status': 'ROLLBACK_SUCCESSFUL' },
  },
  { service: 'ecs', waiter: 'services_stable', input: { cluster: 'conformance', services: ['web'] } },
];

/** What ends the service and what is below it. */
export const removal: readonly ScriptItem[] = [
  {
    service: 'ecs',
    operation: 'DeleteService',
    input: { cluster: 'conformance', service: 'idle' },
    fields: ['service.status'],
  },
  {
    service: 'ecs',
    operation: 'DeleteService',
    input: { cluster: 'conformance', service: 'none' },
    refused: 'ServiceNotFoundException',
  },
  { service: 'ecs', operation: 'DeleteService', input: { cluster: 'conformance', service: 'web', force: true } },
  { service: 'ecs', waiter: 'services_inactive', input: { cluster: 'conformance', services: ['web'] } },
  {
    service: 'autoscaling',
    operation: 'StartInstanceRefresh',
    input: {
      AutoScalingGroupName: 'conformance',
      Preferences: { MinHealthyPercentage: 50, InstanceWarmup: 0, ScaleInProtectedInstances: 'Refresh' },
    },
  },
  {
    service: 'autoscaling',
    operation: 'StartInstanceRefresh',
    input: { AutoScalingGroupName: 'conformance' },
    refused: 'InstanceRefreshInProgress',
  },
  {
    service: 'autoscaling',
    operation: 'DescribeInstanceRefreshes',
    input: { AutoScalingGroupName: 'conformance' },
  },
  { service: 'elbv2', operation: 'DeleteLoadBalancer', input: { LoadBalancerArn: '<loadBalancer>' } },
  { service: 'elbv2', waiter: 'load_balancers_deleted', input: { LoadBalancerArns: ['<loadBalancer>'] } },
];
