import { isMet, isSharedByInstances, readComparison } from '../../model/placement-expression.ts';
import type { ContainerInstanceView } from '../../model/service-views.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import type { Proof } from './proof.ts';

/**
 * Proof that no instance of the cluster can ever hold the task: it needs more than a whole instance has, or what no
 * instance launched alike can have. Instances to come are like those of `instanceType`, so that one of these must be
 * among the ones seen.
 */
export function proveByPlacement(
  needs: TaskNeeds,
  instances: readonly ContainerInstanceView[],
  instanceType: string,
): Proof | undefined {
  const alike = instances.find(
    ({ status, attributes }) => status === 'ACTIVE' && attributes['ecs.instance-type'] === instanceType,
  );
  const [misfit] = alike ? misfits(needs, alike) : [];
  if (!misfit || instances.some((instance) => misfits(needs, instance).length === 0)) return undefined;
  return {
    kind: 'placement',
    cause: `no instance of the cluster can ever hold the task: ${misfit}`,
    certainty: `every instance that joins is a ${instanceType} too`,
    nextStep:
      'Reserve less in task-definition.yaml or choose a larger capacity.instanceType in cluster.yaml; remove a port or constraint that no instance meets.',
  };
}

function misfits(needs: TaskNeeds, instance: ContainerInstanceView): readonly string[] {
  const { registeredCpu, registeredMemoryMiB, reservedPorts } = instance;
  const taken = needs.hostPorts.find((port) => reservedPorts.includes(port));
  return [
    ...(needs.cpu > registeredCpu ? [`it reserves ${needs.cpu} CPU units, and a whole one has ${registeredCpu}`] : []),
    ...(needs.memoryMiB > registeredMemoryMiB
      ? [`it reserves ${needs.memoryMiB} MiB of memory, and a whole one has ${registeredMemoryMiB}`]
      : []),
    ...(taken === undefined ? [] : [`host port ${taken} belongs to the instance itself`]),
    ...needs.memberOf
      .filter((expression) => isUnmet(expression, instance))
      .map((expression) => `none meets the constraint ${expression}`),
  ];
}

/** Only what all instances to come share is judged; of other expressions nothing is said. */
function isUnmet(expression: string, { attributes }: ContainerInstanceView): boolean {
  const comparison = readComparison(expression);
  if (!comparison || !isSharedByInstances(comparison) || attributes[comparison.attribute] === undefined) return false;
  return !isMet(comparison, attributes);
}
