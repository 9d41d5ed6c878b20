import { objectOf } from '../../model/json.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { StackComparison } from './stack-plan.ts';

/** Something that AWS has only one of, and that a resource which is to be made takes. */
export type Claim = { readonly logicalId: string } & (
  | { readonly kind: 'priority'; readonly listenerArn: string; readonly priority: number }
  | { readonly kind: 'target-group' | 'log-group'; readonly name: string }
);

/**
 * What the resources take that a service's stack is to make. Rules on listeners that are yet to be made have no rivals.
 */
export function claims(desired: StackTemplate, comparison: StackComparison): readonly Claim[] {
  return addedIds(desired, comparison).flatMap((logicalId): readonly Claim[] => {
    const { Type, Properties } = desired.resources[logicalId] ?? {};
    const { ListenerArn, Priority, Name, LogGroupName } = objectOf(Properties);
    switch (Type) {
      case 'AWS::ElasticLoadBalancingV2::ListenerRule': {
        const listenerArn = desired.parameters[String(objectOf(ListenerArn)['Ref'])];
        return listenerArn ? [{ logicalId, kind: 'priority', listenerArn, priority: Number(Priority) }] : [];
      }
      case 'AWS::ElasticLoadBalancingV2::TargetGroup':
        return typeof Name === 'string' ? [{ logicalId, kind: 'target-group', name: Name }] : [];
      case 'AWS::Logs::LogGroup':
        return typeof LogGroupName === 'string' ? [{ logicalId, kind: 'log-group', name: LogGroupName }] : [];
      default:
        return [];
    }
  });
}

function addedIds({ resources }: StackTemplate, comparison: StackComparison): readonly string[] {
  switch (comparison.kind) {
    case 'absent':
      return Object.keys(resources);
    case 'change-set':
      return comparison.view.changes.filter(({ action }) => action === 'Add').map(({ logicalId }) => logicalId);
    case 'same':
    case 'templates':
      return [];
  }
}
