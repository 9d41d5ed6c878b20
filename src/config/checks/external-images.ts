import type { ConfigIssue } from '../../model/source.ts';
import { isExternal } from '../assembly/task-definition.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';

const HINT = 'Do it in the workflow of that repository, or keep the image in config.';

/** What only runs with config do, where it is usually a run without config that brings a new image. */
export function warnOfExternalImages({ file, taskFile }: ServiceDraft): readonly ConfigIssue[] {
  const { beforeDeployment, scheduledTasks, verify } = file.value;
  if (!taskFile.value.containerDefinitions.some(isExternal)) return [];
  const skipped = {
    beforeDeployment: beforeDeployment && 'start no task before the update',
    scheduledTasks: scheduledTasks.length > 0 && 'leave scheduled tasks at their old revision',
    verify: verify && 'verify nothing',
  };
  return Object.entries(skipped).flatMap(([key, what]) =>
    what
      ? problemAt(file, [key], `Runs without config, like those that deploy the external image, ${what}.`, HINT)
      : [],
  );
}
