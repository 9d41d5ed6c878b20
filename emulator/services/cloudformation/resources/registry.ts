import { applicationAutoscalingScalableTarget } from './application-autoscaling-scalable-target.ts';
import { applicationAutoscalingScalingPolicy } from './application-autoscaling-scaling-policy.ts';
import { autoscalingGroup } from './autoscaling-group.ts';
import { autoscalingLifecycleHook } from './autoscaling-lifecycle-hook.ts';
import { autoscalingScalingPolicy } from './autoscaling-scaling-policy.ts';
import { cdkMetadata } from './cdk-metadata.ts';
import { cloudwatchAlarm } from './cloudwatch-alarm.ts';
import { ec2InternetGateway } from './ec2-internet-gateway.ts';
import { ec2LaunchTemplate } from './ec2-launch-template.ts';
import { ec2Route } from './ec2-route.ts';
import { ec2RouteTable } from './ec2-route-table.ts';
import { ec2SecurityGroup } from './ec2-security-group.ts';
import { ec2SecurityGroupEgress, ec2SecurityGroupIngress } from './ec2-security-group-rules.ts';
import { ec2Subnet } from './ec2-subnet.ts';
import { ec2SubnetRouteTableAssociation } from './ec2-subnet-route-table-association.ts';
import { ec2Vpc } from './ec2-vpc.ts';
import { ec2VpcGatewayAttachment } from './ec2-vpc-gateway-attachment.ts';
import { ecsCapacityProvider } from './ecs-capacity-provider.ts';
import { ecsCluster } from './ecs-cluster.ts';
import { ecsClusterCapacityProviderAssociations } from './ecs-cluster-capacity-provider-associations.ts';
import { ecsService } from './ecs-service.ts';
import { ecsTaskDefinition } from './ecs-task-definition.ts';
import { elbv2Listener } from './elbv2-listener.ts';
import { elbv2ListenerRule } from './elbv2-listener-rule.ts';
import { elbv2LoadBalancer } from './elbv2-load-balancer.ts';
import { elbv2TargetGroup } from './elbv2-target-group.ts';
import { iamInstanceProfile } from './iam-instance-profile.ts';
import { iamOidcProvider } from './iam-oidc-provider.ts';
import { iamPolicy } from './iam-policy.ts';
import { iamRole } from './iam-role.ts';
import { logsLogGroup } from './logs-log-group.ts';
import type { ResourceType } from './resource-type.ts';
import { snsTopic } from './sns-topic.ts';
import { sqsQueue } from './sqs-queue.ts';
import { ssmParameter } from './ssm-parameter.ts';

/** Every type that stacks may have; tools/generate-cloudformation-schemas.ts names them too. */
const TYPES: readonly ResourceType[] = [
  applicationAutoscalingScalableTarget,
  applicationAutoscalingScalingPolicy,
  autoscalingGroup,
  autoscalingLifecycleHook,
  autoscalingScalingPolicy,
  cdkMetadata,
  cloudwatchAlarm,
  ec2InternetGateway,
  ec2LaunchTemplate,
  ec2RouteTable,
  ec2Route,
  ec2SecurityGroupIngress,
  ec2SecurityGroupEgress,
  ec2SecurityGroup,
  ec2SubnetRouteTableAssociation,
  ec2Subnet,
  ec2VpcGatewayAttachment,
  ec2Vpc,
  ecsCapacityProvider,
  ecsClusterCapacityProviderAssociations,
  ecsCluster,
  ecsService,
  ecsTaskDefinition,
  elbv2ListenerRule,
  elbv2Listener,
  elbv2LoadBalancer,
  elbv2TargetGroup,
  iamInstanceProfile,
  iamOidcProvider,
  iamPolicy,
  iamRole,
  logsLogGroup,
  snsTopic,
  sqsQueue,
  ssmParameter,
];
const byName = new Map(TYPES.map((type) => [type.type, type]));

export const REGISTERED_TYPES: readonly string[] = TYPES.map(({ type }) => type);

export function resourceTypeOf(type: string): ResourceType {
  const found = byName.get(type);
  if (!found) throw new Error(`no resource type ${type}`);
  return found;
}
