import type { Random } from '../../../../core/random.ts';
import { base64UrlText } from '../ids.ts';
import type { FilledHook } from './record.ts';

/** `ecs-pause-…` as the documentation shows it; the word for Lambda hooks is an estimate. */
export const hookId = (random: Random, { targetType }: Pick<FilledHook, 'targetType'>): string =>
  `ecs-${targetType === 'PAUSE' ? 'pause' : 'lambda'}-${base64UrlText(random, 43)}`;

export const isHookId = (text: string): boolean => /^ecs-[a-z]+-[\w-]+$/.test(text);
