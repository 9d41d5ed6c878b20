import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';
import type { ContainerFile } from '../schema/task-definition-file.ts';

const HINT =
  'Add "executionRoleArn: …" to the root of this file: a role that may read them, and that TaskRoles of the identity stack names.';

/** What the agent does for a task before its containers run, it does with the task's execution role. */
export function checkExecutionRole({ taskFile }: ServiceDraft): readonly ConfigIssue[] {
  const { executionRoleArn, containerDefinitions } = taskFile.value;
  if (executionRoleArn !== undefined || isDoubtful(taskFile, ['executionRoleArn'])) return [];
  return containerDefinitions.flatMap((container, index) => {
    const [below] = readOnStart(container);
    if (below === undefined) return [];
    const path = ['containerDefinitions', index, ...below];
    return problemAt(taskFile, path, `${below.join('.')} needs an execution role.`, HINT);
  });
}

function readOnStart(container: ContainerFile): readonly DocumentPath[] {
  const { secrets, logConfiguration } = container;
  return [
    ...(secrets ? [['secrets']] : []),
    ...(logConfiguration?.secretOptions?.length ? [['logConfiguration', 'secretOptions']] : []),
    ...(Object.hasOwn(container, 'repositoryCredentials') ? [['repositoryCredentials']] : []),
  ];
}
