import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import { didYouMean } from '../suggestion.ts';
import { containerNames } from './container-names.ts';

/** Containers that name others: links, the order of starting, and volumes of another. */
export function checkContainerReferences(service: ServiceDraft): readonly ConfigIssue[] {
  const { taskFile } = service;
  const names = containerNames(service);
  if (!names) return [];
  return taskFile.value.containerDefinitions.flatMap(
    ({ name, links = [], dependsOn = [], volumesFrom = [] }, index) => {
      const others = names.filter((other) => other !== name);
      const path = ['containerDefinitions', index];
      const mustExist = (other: string, at: DocumentPath): readonly ConfigIssue[] =>
        others.includes(other)
          ? []
          : problemAt(taskFile, at, `There is no other container "${other}".`, didYouMean(other, others, 'Remove it.'));
      return [
        ...(links.length > 0 ? checkBridge(service, [...path, 'links']) : []),
        ...links.flatMap((link, position) => mustExist(link.split(':')[0] ?? '', [...path, 'links', position])),
        ...dependsOn.flatMap(({ containerName }, position) =>
          mustExist(containerName, [...path, 'dependsOn', position, 'containerName']),
        ),
        ...volumesFrom.flatMap(({ sourceContainer }, position) =>
          mustExist(sourceContainer, [...path, 'volumesFrom', position, 'sourceContainer']),
        ),
      ];
    },
  );
}

function checkBridge({ taskFile }: ServiceDraft, path: DocumentPath): readonly ConfigIssue[] {
  const { networkMode = 'bridge' } = taskFile.value;
  if (networkMode === 'bridge') return [];
  const message = `Links do not exist with "networkMode: ${networkMode}".`;
  return problemAt(taskFile, path, message, 'Use 127.0.0.1 instead, or "networkMode: bridge".');
}
