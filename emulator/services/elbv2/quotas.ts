/** AWS's default quotas. Source: "Quotas for your Application Load Balancers". */
export const QUOTAS = {
  loadBalancers: 50,
  targetGroups: 3_000,
  listenersPerLoadBalancer: 50,
  rulesPerLoadBalancer: 100,
  targetGroupsPerLoadBalancer: 100,
  targetGroupsPerAction: 5,
  targetsPerGroup: 1_000,
  conditionValuesPerRule: 5,
  conditionWildcardsPerRule: 5,
  tags: 50,
} as const;
