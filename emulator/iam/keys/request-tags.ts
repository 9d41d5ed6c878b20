import type { Input } from '../input.ts';
import { structures, text, texts, textsIn } from '../input.ts';
import type { Keys } from './find.ts';
import { some } from './find.ts';

const MEMBERS = ['tags', 'Tags', 'TagSpecifications', 'TagSpecification'];
const REMOVED = ['tagKeys', 'TagKeys'];

/** `aws:RequestTag/KEY` and `aws:TagKeys`, in whichever of their spellings a service takes tags. */
export function requestTagKeys(input: Input): Keys {
  const tags = MEMBERS.flatMap((member) => tagsIn(input, member));
  const removed = REMOVED.flatMap((member) => [...texts(input, member), ...textsIn(input, member, 'Key')]);
  return {
    ...Object.fromEntries(tags.map(([key, value]) => [`aws:RequestTag/${key}`, value])),
    'aws:TagKeys': some([...tags.map(([key]) => key), ...removed]),
  };
}

export const hasTags = (input: Input): boolean => MEMBERS.some((member) => tagsIn(input, member).length > 0);

function tagsIn(input: Input, member: string): readonly (readonly [key: string, value: string])[] {
  return structures(input, member).flatMap((entry) => {
    if (entry['Tags'] !== undefined) return tagsIn(entry, 'Tags');
    const key = text(entry, 'key') ?? text(entry, 'Key');
    if (key !== undefined) return [[key, text(entry, 'value') ?? text(entry, 'Value') ?? '']];
    // Logs and SSM take a map of tags.
    return Object.entries(entry).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && !/^(ResourceType|ResourceId|PropagateAtLaunch)$/.test(name) ? [[name, value]] : [],
    );
  });
}
