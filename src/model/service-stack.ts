import type { Service } from './service.ts';

/**
 * Whether a service has a stack of its own: for target groups, a log group, or a role to create. A role that is only
 * used needs none, and CloudFormation takes no stack without resources.
 */
export function needsStack({ loadBalancers, logGroup, infrastructureRole, hookRole }: Service): boolean {
  const createsRole = [infrastructureRole, hookRole].some((role) => role?.kind === 'created');
  return loadBalancers.length > 0 || logGroup !== undefined || createsRole;
}
