import { AwsError } from '../../../core/errors.ts';
import type { Action } from '../../../shapes/elbv2.d.ts';
import type { Context } from '../context.ts';
import { findTargetGroup } from '../finders.ts';
import { QUOTAS } from '../quotas.ts';
import { forwardedTo } from '../rules/actions.ts';
import type { LoadBalancer } from '../store.ts';
import { listenersOf } from '../store.ts';
import { userOf } from '../targets/usage.ts';

/** Throws where AWS would not let this load balancer forward to the actions' target groups. */
export function checkForwarding({ store }: Context, loadBalancer: LoadBalancer, actions: readonly Action[]): void {
  const groups = forwardedTo(actions).map((arn) => findTargetGroup(store, arn));
  const elsewhere = groups.filter((group) => (userOf(store, group) ?? loadBalancer) !== loadBalancer);
  if (elsewhere.length > 0)
    throw new AwsError(
      'TargetGroupAssociationLimit',
      `The following target groups cannot be associated with more than one load balancer: ${elsewhere.map(({ arn }) => arn).join(', ')}`,
    );
  const foreign = groups.find(({ vpcId }) => vpcId !== loadBalancer.vpcId);
  if (foreign)
    throw new AwsError(
      'InvalidConfigurationRequest',
      `Target group '${foreign.arn}' and load balancer '${loadBalancer.arn}' must be in the same VPC`,
    );
  const used = listenersOf(store, loadBalancer).flatMap(({ rules }) =>
    rules.flatMap((rule) => forwardedTo(rule.actions)),
  );
  if (new Set([...used, ...groups.map(({ arn }) => arn)]).size > QUOTAS.targetGroupsPerLoadBalancer)
    throw new AwsError(
      'TooManyUniqueTargetGroupsPerLoadBalancer',
      'The maximum number of unique target groups per load balancer has been reached',
    );
}
