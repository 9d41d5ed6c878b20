import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import { didYouMean } from '../suggestion.ts';
import { containerNames } from './container-names.ts';

/** The task before a deployment runs containers of the task definition, and the one that decides ends it. */
export function checkBeforeDeployment(service: ServiceDraft): readonly ConfigIssue[] {
  const { file, taskFile } = service;
  const names = containerNames(service);
  const overrides = file.value.beforeDeployment?.containerOverrides ?? [];
  if (!names) return [];
  return overrides.flatMap(({ name }, index) => {
    const path = ['beforeDeployment', 'containerOverrides', index, 'name'];
    const container = taskFile.value.containerDefinitions.find((each) => each.name === name);
    if (!container) {
      return problemAt(file, path, `There is no container "${name}".`, didYouMean(name, names, 'Remove it.'));
    }
    if (index > 0 || container.essential !== false) return [];
    const message = `Container "${name}" is not essential, so the task does not end when it does.`;
    return problemAt(file, path, message, 'Name an essential container first: its exit code decides.');
  });
}
