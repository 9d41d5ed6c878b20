import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';

/** What Fargate needs of a task: a network interface of its own, and a size. */
export function checkFargate({ file, taskFile }: ServiceDraft): readonly ConfigIssue[] {
  const { requiresCompatibilities = [], networkMode = 'bridge', cpu, memory } = taskFile.value;
  const isForFargate = requiresCompatibilities.includes('FARGATE') || file.value.launchType === 'FARGATE';
  if (!isForFargate || isDoubtful(taskFile, ['networkMode'])) return [];
  if (networkMode !== 'awsvpc') {
    const message = `Fargate does not have "networkMode: ${networkMode}".`;
    return problemAt(taskFile, ['networkMode'], message, 'Write "networkMode: awsvpc", or remove FARGATE.');
  }
  return Object.entries({ cpu, memory }).flatMap(([key, size]) => {
    if (size !== undefined) return [];
    return problemAt(taskFile, [key], `Fargate needs ${key} of the task.`, `Add "${key}: …" to the file's root.`);
  });
}
