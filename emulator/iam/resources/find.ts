import type { ActionTypes, Place, Resource } from '../catalogue.ts';
import type { Input } from '../input.ts';
import type { Lookup } from '../lookup.ts';

/** A client's request, as far as its resources are to be found in it. */
export interface ResourceRequest {
  readonly operation: string;
  readonly input: Input;
  readonly types: ActionTypes;
  readonly place: Place;
  readonly lookup: Lookup;
}

/** The resources that a request to one service names; empty where it names none. */
export type FindResources = (request: ResourceRequest) => readonly Resource[] | Promise<readonly Resource[]>;
