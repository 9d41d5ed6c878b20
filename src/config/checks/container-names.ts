import type { ServiceDraft } from '../draft.ts';
import { isDoubtful } from '../reading/reading.ts';

/** Names of the task definition's containers; undefined where not all of them could be understood. */
export function containerNames({ taskFile }: ServiceDraft): readonly string[] | undefined {
  const { containerDefinitions } = taskFile.value;
  const doubtful = containerDefinitions.some((_, index) =>
    isDoubtful(taskFile, ['containerDefinitions', index, 'name']),
  );
  return doubtful ? undefined : containerDefinitions.map(({ name }) => name);
}
