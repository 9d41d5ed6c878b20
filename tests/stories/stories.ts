import { BETWEEN } from './stories/between.ts';
import { COMMENTS } from './stories/comments.ts';
import { DRIFT } from './stories/drift.ts';
import { FOLDERS } from './stories/folders.ts';
import { LIFE } from './stories/life.ts';
import { MERGES } from './stories/merges.ts';
import { PAUSED } from './stories/pauses.ts';
import { REFUSED } from './stories/refused.ts';
import { STRAIN } from './stories/strain.ts';
import type { Story } from './story.ts';

export const STORIES: readonly Story[] = [
  ...LIFE,
  ...REFUSED,
  ...COMMENTS,
  ...MERGES,
  ...FOLDERS,
  ...PAUSED,
  ...BETWEEN,
  ...DRIFT,
  ...STRAIN,
];
