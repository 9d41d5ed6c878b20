import type { ConfigIssue } from '../../model/source.ts';
import { isExternal } from '../assembly/task-definition.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';
import type { ContainerFile } from '../schema/task-definition-file.ts';
import { containerNames } from './container-names.ts';
import { applyRules, type Rule } from './rule.ts';

interface PlacedContainer {
  readonly container: ContainerFile;
  readonly index: number;
  readonly names: readonly string[];
  readonly taskMemory: string | undefined;
  readonly isDoubtful: (key: string) => boolean;
}

const RULES: readonly Rule<PlacedContainer>[] = [
  ({ container: { name }, index, names }) =>
    names.indexOf(name) < index && [
      ['name'],
      `Another container is already named "${name}".`,
      'Give each container its own name.',
    ],
  ({ container: { name, memory, memoryReservation }, taskMemory, isDoubtful }) =>
    (memory ?? memoryReservation ?? taskMemory) === undefined &&
    !isDoubtful('memoryReservation') && [
      ['memory'],
      `Container "${name}" has no memory.`,
      'Add "memory: …" (MiB), "memoryReservation: …" or both.',
    ],
  ({ container: { memory, memoryReservation } }) =>
    memory !== undefined &&
    memoryReservation !== undefined &&
    memoryReservation > memory && [
      ['memoryReservation'],
      `memoryReservation is ${memoryReservation}, more than memory, ${memory}.`,
      'Lower memoryReservation, or raise memory.',
    ],
  ({ container, isDoubtful }) =>
    isExternal(container) &&
    container.initialImage === undefined &&
    !isDoubtful('initialImage') && [
      ['image'],
      '"image: external" needs initialImage.',
      'Add "initialImage: …": the image of the first deployment.',
    ],
  ({ container }) =>
    !isExternal(container) &&
    container.initialImage !== undefined && [
      ['initialImage'],
      'initialImage is only for "image: external".',
      'Remove it, or write "image: external".',
    ],
  ({ container: { healthCheck } }) =>
    healthCheck !== undefined &&
    !['CMD', 'CMD-SHELL', 'NONE'].includes(healthCheck.command[0] ?? '') && [
      ['healthCheck', 'command'],
      'A health check begins with CMD or CMD-SHELL; without them, Docker checks nothing.',
      'Write it like [CMD-SHELL, "curl -f http://localhost/ || exit 1"].',
    ],
];

/** What RegisterTaskDefinition refuses, though each value by itself is right. */
export function checkContainers(service: ServiceDraft): readonly ConfigIssue[] {
  const { taskFile } = service;
  const { containerDefinitions: containers, memory: taskMemory } = taskFile.value;
  const names = containerNames(service);
  if (!names) return [];
  const path = ['containerDefinitions'];
  const hint = 'Set "essential: true" for the container whose end is the end of the task.';
  return [
    ...(containers.every(({ essential }) => essential === false)
      ? problemAt(taskFile, [...path, 0, 'essential'], 'No container is essential.', hint)
      : []),
    ...containers.flatMap((container, index) => {
      const doubtful = (key: string): boolean => isDoubtful(taskFile, [...path, index, key]);
      return applyRules(RULES, { container, index, names, taskMemory, isDoubtful: doubtful }, taskFile, [
        ...path,
        index,
      ]);
    }),
  ];
}
