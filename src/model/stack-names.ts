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
  /** Of the group's step policies, in `alarms` mode. */
  scaleOutPolicyArn: 'ScaleOutPolicyArn',
  scaleInPolicyArn: 'ScaleInPolicyArn',
} as const;

/** Output keys of a service's stack. */
export const SERVICE_OUTPUTS = {
  templateDigest: 'TemplateDigest',
} as const;

export function listenerOutput(port: number): string {
  return `Listener${port}Arn`;
}

/** The output with the ARN of the service's nth target group, counted from 1 as `loadBalancers` lists them. */
export function targetGroupOutput(position: number): string {
  return `TargetGroup${position}Arn`;
}

/** ARNs of all of its target groups, from the outputs of a service's stack. */
export function targetGroupArns(outputs: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(outputs).flatMap(([key, value]) => (/^TargetGroup\d+Arn$/.test(key) ? [value] : []));
}

/** The parameter of a service's stack that takes the listener's ARN. */
export const listenerParameter = listenerOutput;
