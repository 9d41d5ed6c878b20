import type { Change, Danger, Unit } from '../../model/plan.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { StackResourceView, StackView } from '../../model/stack-views.ts';
import { serviceUnitId, stackUnitId } from '../../model/unit-id.ts';
import { unitOf } from '../../plan/unit.ts';

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
  const changes = present.map(({ logicalId, type, physicalId }) => ({
    ...removal(logicalId, type, physicalId),
    // The one type that the templates retain.
    ...(type === 'AWS::Logs::LogGroup' && { isKept: true }),
  }));
  return { ...unitOf(stackUnitId(name), 'stack', changes), dangers };
}

/** The unit of a stack that a service still uses, which goes first: another apply removes the stack. */
export function removedLater(unit: Unit, service: string): Unit {
  const note = `This apply deletes service ${service} and keeps the stack, which the service uses until then. The next plan shows the stack again, and applying that one deletes it.`;
  const changes = unit.changes.map((change) => ({ ...change, isLater: true }));
  return { ...unit, changes, notes: [...unit.notes, note] };
}

function removal(resource: string, type: string, physicalId: string): Change {
  return { action: 'remove', resource, type, physicalId, properties: [], certainty: 'certain' };
}
