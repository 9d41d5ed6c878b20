import type { ContainerInstanceView } from '../../model/service-views.ts';

/** What limits tasks that have network interfaces of their own, besides the size of instances. */
export type TaskInterfaces =
  | {
      readonly kind: 'known';
      /** Addresses that are free in the service's subnets, by zone. */
      readonly freeAddresses: ReadonlyMap<string, number>;
      /** Most interfaces of an instance, its primary one included, by instance type. */
      readonly mostInterfaces: ReadonlyMap<string, number>;
      /** Interfaces that are attached now, by EC2 instance id. */
      readonly attached: ReadonlyMap<string, number>;
    }
  /** Why they are not counted. */
  | { readonly kind: 'unknown'; readonly why: string };

export type KnownInterfaces = Extract<TaskInterfaces, { kind: 'known' }>;

/** Where account setting awsvpcTrunking has given an instance a trunk, tasks share it, and EC2's limit says nothing. */
export function hasTrunk({ attributes }: ContainerInstanceView): boolean {
  return attributes['ecs.awsvpc-trunk-id'] !== undefined;
}

/** Interfaces that an instance has left for tasks. */
export function interfacesLeft({ mostInterfaces, attached }: KnownInterfaces, instance: ContainerInstanceView): number {
  return interfacesOf(mostInterfaces, instance) - (attached.get(instance.ec2InstanceId) ?? 1);
}

/** Interfaces that another instance like this one has for tasks, in one of the zones where instances are. */
export function interfacesWhenNew(
  { mostInterfaces, freeAddresses }: KnownInterfaces,
  alike: ContainerInstanceView,
  zones: readonly string[],
): number {
  if (zones.every((zone) => (freeAddresses.get(zone) ?? 0) === 0)) return 0;
  return interfacesOf(mostInterfaces, alike) - 1;
}

function interfacesOf(mostInterfaces: KnownInterfaces['mostInterfaces'], instance: ContainerInstanceView): number {
  const limit = mostInterfaces.get(instance.attributes['ecs.instance-type'] ?? '');
  return hasTrunk(instance) || limit === undefined ? Number.POSITIVE_INFINITY : limit;
}

/** An interface is in the zone of its instance: of what fits there, no more than there are addresses. */
export function withinAddresses(
  { freeAddresses }: KnownInterfaces,
  fitting: readonly { readonly zone: string; readonly tasks: number }[],
): number {
  const zones = Map.groupBy(fitting, ({ zone }) => zone);
  return [...zones].reduce((total, [zone, members]) => {
    const tasks = members.reduce((sum, member) => sum + member.tasks, 0);
    return total + Math.min(tasks, freeAddresses.get(zone) ?? 0);
  }, 0);
}

export function allFreeAddresses({ freeAddresses }: KnownInterfaces): number {
  return [...freeAddresses.values()].reduce((total, free) => total + free, 0);
}
