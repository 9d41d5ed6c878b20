import type { Change, Danger, Unit } from '../../model/plan.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { StackResourceView, StackView } from '../../model/stack-views.ts';
import { unitDigest } from '../../plan/digest.ts';
import { serviceUnitId } from '../../plan/service/service-units.ts';
import { stackUnitId } from '../../plan/stack/stack-plan.ts';

/** What goes, as units: shown before anything does. */
export function removedService(cluster: string, { name, arn }: ServiceView, dangers: readonly Danger[] = []): Unit {
  const id = serviceUnitId(cluster, name);
  return { ...unitOf(id, 'service', [removal('service', 'AWS::ECS::Service', arn)]), dangers };
}

export function removedStack(
  { name }: StackView,
  resources: readonly StackResourceView[],
  dangers: readonly Danger[] = [],
): Unit {
  const present = resources.filter(({ status }) => status !== 'DELETE_COMPLETE');
  const changes = present.map(({ logicalId, type, physicalId }) => removal(logicalId, type, physicalId));
  return { ...unitOf(stackUnitId(name), 'stack', changes), dangers };
}

function removal(resource: string, type: string, physicalId: string): Change {
  return { action: 'remove', resource, type, physicalId, properties: [], certainty: 'certain' };
}

export function unitOf(id: string, kind: Unit['kind'], changes: readonly Change[]): Unit {
  return { id, kind, changes, dangers: [], needs: [], digest: unitDigest(id, changes, ''), notes: [] };
}
