import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';
import { didYouMean } from '../suggestion.ts';

/** Volumes are defined once, and containers mount what is defined. */
export function checkVolumes({ taskFile }: ServiceDraft): readonly ConfigIssue[] {
  const { volumes = [], containerDefinitions } = taskFile.value;
  if (isDoubtful(taskFile, ['volumes'])) return [];
  const names = volumes.map(({ name }) => name);
  return [
    ...names.flatMap((name, index) => {
      if (names.indexOf(name) === index) return [];
      const message = `Another volume is already named "${name}".`;
      return problemAt(taskFile, ['volumes', index, 'name'], message, 'Give each volume its own name.');
    }),
    ...containerDefinitions.flatMap(({ mountPoints = [] }, container) =>
      mountPoints.flatMap(({ sourceVolume }, index) => {
        if (names.includes(sourceVolume)) return [];
        const path = ['containerDefinitions', container, 'mountPoints', index, 'sourceVolume'];
        const hint = didYouMean(sourceVolume, names, `Add "volumes: [{ name: ${sourceVolume} }]" to the file's root.`);
        return problemAt(taskFile, path, `There is no volume "${sourceVolume}".`, hint);
      }),
    ),
  ];
}
