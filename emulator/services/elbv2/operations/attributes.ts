import { AwsError } from '../../../core/errors.ts';
import type {
  DescribeListenerAttributesInput,
  DescribeLoadBalancerAttributesInput,
  DescribeTargetGroupAttributesInput,
  ModifyListenerAttributesInput,
  ModifyLoadBalancerAttributesInput,
  ModifyTargetGroupAttributesInput,
} from '../../../shapes/elbv2.d.ts';
import type { Attributes } from '../attributes/attributes.ts';
import { checkAttributes, describeAttributes } from '../attributes/attributes.ts';
import { LISTENER_ATTRIBUTES } from '../attributes/listener.ts';
import { LOAD_BALANCER_ATTRIBUTES } from '../attributes/load-balancer.ts';
import { TARGET_GROUP_ATTRIBUTES } from '../attributes/target-group.ts';
import type { Context } from '../context.ts';
import { findListener, findLoadBalancer, findTargetGroup } from '../finders.ts';

function change(attributes: Attributes, changes: Attributes) {
  for (const [key, value] of changes) attributes.set(key, value);
  return { Attributes: describeAttributes(attributes) };
}

export function attributeOperations({ store }: Context) {
  return {
    DescribeLoadBalancerAttributes: ({ LoadBalancerArn }: DescribeLoadBalancerAttributesInput) => ({
      Attributes: describeAttributes(findLoadBalancer(store, LoadBalancerArn).attributes),
    }),
    ModifyLoadBalancerAttributes: (input: ModifyLoadBalancerAttributesInput) => {
      const { attributes } = findLoadBalancer(store, input.LoadBalancerArn);
      return change(attributes, checkAttributes(LOAD_BALANCER_ATTRIBUTES, 'Load balancer', input.Attributes));
    },
    DescribeListenerAttributes: ({ ListenerArn }: DescribeListenerAttributesInput) => ({
      Attributes: describeAttributes(findListener(store, ListenerArn).attributes),
    }),
    ModifyListenerAttributes: (input: ModifyListenerAttributesInput) => {
      const { attributes } = findListener(store, input.ListenerArn);
      return change(attributes, checkAttributes(LISTENER_ATTRIBUTES, 'Listener', input.Attributes));
    },
    DescribeTargetGroupAttributes: ({ TargetGroupArn }: DescribeTargetGroupAttributesInput) => ({
      Attributes: describeAttributes(findTargetGroup(store, TargetGroupArn).attributes),
    }),
    ModifyTargetGroupAttributes: (input: ModifyTargetGroupAttributesInput) => {
      const { attributes } = findTargetGroup(store, input.TargetGroupArn);
      const changes = checkAttributes(TARGET_GROUP_ATTRIBUTES, 'Target group', input.Attributes);
      checkTogether(new Map([...attributes, ...changes]));
      return change(attributes, changes);
    },
  };
}

/** Slow start goes with round robin only. Source: "Slow start mode". */
function checkTogether(attributes: Attributes): void {
  const algorithm = attributes.get('load_balancing.algorithm.type');
  if (attributes.get('slow_start.duration_seconds') !== '0' && algorithm !== 'round_robin')
    throw new AwsError('InvalidConfigurationRequest', `Slow start cannot be enabled with the algorithm '${algorithm}'`);
  const appCookie =
    attributes.get('stickiness.type') === 'app_cookie' && attributes.get('stickiness.enabled') === 'true';
  if (appCookie && attributes.get('stickiness.app_cookie.cookie_name') === '')
    throw new AwsError(
      'InvalidConfigurationRequest',
      "A cookie name must be specified for stickiness of type 'app_cookie'",
    );
}
