import type { Json } from '../template/json.ts';
import { isArray, isObject } from '../template/json.ts';

/** What a change set shows in the place of a value that only exists once the change set has been executed. */
export const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** Whether nothing in the value is still to come. */
export function isKnown(value: Json | undefined): boolean {
  if (isArray(value)) return value.every(isKnown);
  if (isObject(value)) return Object.values(value).every(isKnown);
  return value !== KNOWN_AFTER_APPLY;
}
