import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful } from '../reading/reading.ts';
import type { TaskDefinitionFile } from '../schema/task-definition-file.ts';
import { applyRules, type Rule } from './rule.ts';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const LONGEST_BYTES = 65_536;

const RULES: readonly Rule<TaskDefinitionFile>[] = [
  ({ cpu }) =>
    cpu !== undefined &&
    cpuUnits(cpu) === undefined && [
      ['cpu'],
      `cpu is "${cpu}", which is not a number of CPU units.`,
      'Write units, "256", or vCPUs, ".25 vCPU".',
    ],
  ({ memory }) =>
    memory !== undefined &&
    memoryMiB(memory) === undefined && [
      ['memory'],
      `memory is "${memory}", which is not an amount of memory.`,
      'Write MiB, "512", or "0.5 GB".',
    ],
  ({ cpu, containerDefinitions }) => {
    const units = cpuUnits(cpu ?? '');
    const reserved = sum(containerDefinitions.map((container) => container.cpu ?? 0));
    return (
      units !== undefined &&
      reserved > units && [
        ['cpu'],
        `cpu is ${units} units, but the containers together reserve ${reserved}.`,
        `Write "${reserved}" or more, or lower cpu of a container.`,
      ]
    );
  },
  ({ memory, containerDefinitions }) => {
    const size = memoryMiB(memory ?? '') ?? Number.POSITIVE_INFINITY;
    const index = containerDefinitions.findIndex((container) => (container.memory ?? 0) > size);
    const { name, memory: own } = containerDefinitions[index] ?? {};
    return (
      index >= 0 && [
        ['containerDefinitions', index, 'memory'],
        `Container "${name}" has ${own} MiB of memory, and its task ${size}.`,
        'Raise memory of the task, or lower that of the container.',
      ]
    );
  },
  ({ memory, containerDefinitions }) => {
    const size = memoryMiB(memory ?? '') ?? Number.POSITIVE_INFINITY;
    const reserved = sum(containerDefinitions.map((container) => container.memoryReservation ?? container.memory ?? 0));
    const isEachSmaller = containerDefinitions.every((container) => (container.memory ?? 0) <= size);
    return (
      reserved > size &&
      isEachSmaller && [
        ['memory'],
        `memory is ${size} MiB, but the containers together reserve ${reserved}.`,
        `Write "${reserved}" or more, or lower memory of a container.`,
      ]
    );
  },
  (definition) => {
    const bytes = new TextEncoder().encode(JSON.stringify(definition)).length;
    return (
      bytes > LONGEST_BYTES && [
        [],
        `This task definition has ${bytes} bytes of JSON, more than ${LONGEST_BYTES}.`,
        'Move long values out of it, e.g. to Parameter Store.',
      ]
    );
  },
];

/** The size of the task against those of its containers, and the size of the definition itself. */
export function checkTaskSize({ taskFile }: ServiceDraft): readonly ConfigIssue[] {
  if (isDoubtful(taskFile, ['containerDefinitions'])) return [];
  return applyRules(RULES, taskFile.value, taskFile, []);
}

function cpuUnits(text: string): number | undefined {
  return quantity(text, /^\s*([\d.]+)\s*vcpu\s*$/i);
}

function memoryMiB(text: string): number | undefined {
  return quantity(text, /^\s*([\d.]+)\s*gb\s*$/i);
}

/** A number, or one in a unit that is 1024 times as large. */
function quantity(text: string, inLargeUnits: RegExp): number | undefined {
  const large = inLargeUnits.exec(text)?.[1];
  if (large !== undefined) return Number(large) * 1024;
  return /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
