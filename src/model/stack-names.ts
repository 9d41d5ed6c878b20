/** Names that tie the stacks to what reads their outputs. */
export function clusterStackName(cluster: string): string {
  return cluster;
}

export function serviceStackName(cluster: string, service: string): string {
  return `${cluster}-${service}`;
}

/**
 * Tags of a stack, which CloudFormation hands on to its resources: they tell our stacks from others of the same name. A
 * cluster's stack has the first, a service's stack both.
 */
export const STACK_TAGS = { cluster: 'ecs-gitops:cluster', service: 'ecs-gitops:service' } as const;

/** Output keys of the cluster's stack. */
export const CLUSTER_OUTPUTS = {
  templateDigest: 'TemplateDigest',
  clusterName: 'ClusterName',
  capacityProvider: 'CapacityProvider',
  autoScalingGroup: 'AutoScalingGroup',
  loadBalancerArn: 'LoadBalancerArn',
  loadBalancerDnsName: 'LoadBalancerDnsName',
  vpcId: 'VpcId',
  /** The ARNs of the group's step policies, in `alarms` mode. */
  scaleOutPolicyArn: 'ScaleOutPolicyArn',
  scaleInPolicyArn: 'ScaleInPolicyArn',
} as const;

/** Output keys of a service's stack. */
export const SERVICE_OUTPUTS = {
  templateDigest: 'TemplateDigest',
  /** The ARN of the role that lets ECS change listener rules, created or given. */
  infrastructureRoleArn: 'InfrastructureRoleArn',
  /** The ARN of the role that lets ECS invoke the functions of lifecycle hooks. */
  hookRoleArn: 'HookRoleArn',
} as const;

export function listenerOutput(port: number): string {
  return `Listener${port}Arn`;
}

/** The output with the ARN of the service's nth target group, counted from 1 as `loadBalancers` lists them. */
export function targetGroupOutput(position: number): string {
  return `TargetGroup${position}Arn`;
}

/** The output with the ARN of the nth alternate target group. */
export function alternateTargetGroupOutput(position: number): string {
  return `AlternateTargetGroup${position}Arn`;
}

/** The output with the ARN of the rule whose traffic ECS shifts between the nth pair of target groups. */
export function productionRuleOutput(position: number): string {
  return `ProductionRule${position}Arn`;
}

export function testRuleOutput(position: number): string {
  return `TestRule${position}Arn`;
}

/** The logical id of the alternate of a target group. */
export function alternateId(targetGroup: string): string {
  return `${targetGroup}Alternate`;
}

export function isAlternateId(logicalId: string): boolean {
  return /^TargetGroup.+Alternate$/.test(logicalId);
}

/** ARNs of all of its target groups, from the outputs of a service's stack. */
export function targetGroupArns(outputs: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(outputs).flatMap(([key, value]) =>
    /^(Alternate)?TargetGroup\d+Arn$/.test(key) ? [value] : [],
  );
}

/** The parameter of a service's stack that takes the listener's ARN. */
export const listenerParameter = listenerOutput;

export function isListenerParameter(key: string): boolean {
  return /^Listener\d+Arn$/.test(key);
}
