import type { ConfigIssue } from '../../model/source.ts';
import { isExternal } from '../assembly/task-definition.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';

const KEYS = ['image', 'initialImage'] as const;

/** Images that ECS refuses by their look. */
export function checkImages(service: ServiceDraft): readonly ConfigIssue[] {
  return eachImage(service, (image) => {
    const placeholder = /\$\{?\w+\}?|\{\{.*?\}\}|<\w+>/.exec(image)?.[0];
    if (placeholder !== undefined)
      return [
        `${placeholder} in "${image}" stays as it is written: nothing replaces it.`,
        'Write the tag, or "image: external" where another workflow deploys the image.',
      ];
    if (/^[\w./:@#-]+$/.test(image)) return undefined;
    return [`"${image}" is not an image.`, 'Write it like repository/name:tag.'];
  });
}

/** A tag that moves: config stays the same, so no run ever deploys what it then points to. */
export function warnOfMovingTags(service: ServiceDraft): readonly ConfigIssue[] {
  return eachImage(service, (image) => {
    if (!isMoving(image)) return undefined;
    const message = `"${image}" may point to another image tomorrow, and no run would deploy that: config has not changed.`;
    return [message, 'Write a tag that never moves, like a version or a commit, or a digest.'];
  });
}

function isMoving(image: string): boolean {
  if (image.includes('@')) return false;
  const tag = /:([\w.-]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest';
}

function eachImage(
  { taskFile }: ServiceDraft,
  judge: (image: string) => readonly [message: string, hint: string] | undefined,
): readonly ConfigIssue[] {
  return taskFile.value.containerDefinitions.flatMap((container, index) =>
    KEYS.flatMap((key) => {
      const image = container[key];
      if (image === undefined || (key === 'image' && isExternal(container))) return [];
      const problem = judge(image);
      return problem ? problemAt(taskFile, ['containerDefinitions', index, key], ...problem) : [];
    }),
  );
}
