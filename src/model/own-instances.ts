import { type JsonObject, objectsOf } from './json.ts';

/**
 * Whether tasks with these settings (CreateService's, RunTask's, or what DescribeServices says) run on the cluster's
 * own instances: not on Fargate, nor on those of another capacity provider, which may be of any type.
 */
export function runsOnOwnInstances(
  { launchType, capacityProviderStrategy }: JsonObject,
  capacityProviderName: string,
): boolean {
  const strategy = objectsOf(capacityProviderStrategy);
  if (strategy.length === 0) return launchType === 'EC2';
  return strategy.every(({ capacityProvider }) => capacityProvider === capacityProviderName);
}
