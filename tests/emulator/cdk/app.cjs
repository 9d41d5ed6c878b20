// A service on EC2 behind a load balancer as the AWS CDK's guide has it; knows nothing of the emulator.
const {
  App,
  BootstraplessSynthesizer,
  CfnOutput,
  Duration,
  Stack,
  aws_autoscaling: autoscaling,
  aws_ec2: ec2,
  aws_ecs: ecs,
  aws_elasticloadbalancingv2: elbv2,
} = require('aws-cdk-lib');

const app = new App({
  context: { '@aws-cdk/aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig': true },
});
const stack = new Stack(app, 'Shop', {
  env: { account: process.env.CDK_DEFAULT_ACCOUNT, region: process.env.CDK_DEFAULT_REGION },
  synthesizer: new BootstraplessSynthesizer(),
});
const vpc = ec2.Vpc.fromLookup(stack, 'Vpc', { isDefault: true });

const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
const group = new autoscaling.AutoScalingGroup(stack, 'Group', {
  vpc,
  vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
  associatePublicIpAddress: true,
  instanceType: new ec2.InstanceType('t3.medium'),
  machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
  minCapacity: 1,
  maxCapacity: 2,
});
const capacity = new ecs.AsgCapacityProvider(stack, 'Capacity', {
  autoScalingGroup: group,
  enableManagedDraining: true,
  enableManagedTerminationProtection: false,
});
cluster.addAsgCapacityProvider(capacity);

const task = new ecs.Ec2TaskDefinition(stack, 'Task');
task.addContainer('web', {
  image: ecs.ContainerImage.fromRegistry(app.node.tryGetContext('image') ?? 'example/web:v1'),
  memoryReservationMiB: 128,
  portMappings: [{ containerPort: 8080 }],
  environment: { GREETING: 'hello' },
});
const service = new ecs.Ec2Service(stack, 'Service', {
  cluster,
  taskDefinition: task,
  desiredCount: 1,
  minHealthyPercent: 100,
  capacityProviderStrategies: [{ capacityProvider: capacity.capacityProviderName, weight: 1 }],
  circuitBreaker: { rollback: true },
});
// Without it the provider could be taken from the cluster while the service uses it.
service.node.addDependency(cluster);

const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Alb', { vpc, internetFacing: true });
balancer.addListener('Http', { port: 80 }).addTargets('Web', {
  port: 80,
  targets: [service],
  deregistrationDelay: Duration.seconds(15),
  healthCheck: { interval: Duration.seconds(20), timeout: Duration.seconds(15), healthyThresholdCount: 2 },
});
group.connections.allowFrom(balancer, ec2.Port.tcpRange(32_768, 65_535));
const scaling = service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 3 });
scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });

new CfnOutput(stack, 'DnsName', { value: balancer.loadBalancerDnsName });
