import { text, texts, textsIn } from '../input.ts';
import type { FindResources } from './find.ts';

/** All but creation is by ARN. */
export const elbv2Resources: FindResources = ({ operation, input, types }) => {
  if (types.required.length + types.optional.length === 0) return [];
  const name = text(input, 'Name') ?? '*';
  if (operation === 'CreateLoadBalancer') {
    const kind = { network: 'net', gateway: 'gwy' }[text(input, 'Type') ?? ''] ?? 'app';
    return [{ type: `loadbalancer/${kind}/`, names: { LoadBalancerName: name } }];
  }
  if (operation === 'CreateTargetGroup') return [{ type: 'targetgroup', names: { TargetGroupName: name } }];
  const arns = texts(input, 'ResourceArns', 'RuleArn', 'ListenerArn', 'TargetGroupArn', 'LoadBalancerArn');
  return [...arns, ...textsIn(input, 'RulePriorities', 'RuleArn')];
};
