import type { Place } from '../catalogue.ts';
import type { Input } from '../input.ts';
import type { Lookup } from '../lookup.ts';

export interface KeysRequest {
  readonly operation: string;
  readonly input: Input;
  readonly place: Place;
  readonly lookup: Lookup;
}

/** Undefined where the request does not carry the key. */
export type Keys = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** The service's own condition keys of a request. */
export type FindKeys = (request: KeysRequest) => Keys | Promise<Keys>;

/** A list that is empty is a key that is absent. */
export const some = (values: readonly string[]): readonly string[] | undefined =>
  values.length > 0 ? values : undefined;
