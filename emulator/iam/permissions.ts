import type { ServiceName } from '../core/world.ts';
import type { Place } from './catalogue.ts';
import { carriesKey, prefixOf } from './catalogue.ts';
import { dependentActions } from './dependent-actions.ts';
import { inputOf } from './input.ts';
import { requestTagKeys } from './keys/request-tags.ts';
import { SERVICE_KEYS } from './keys/services.ts';
import type { Lookup } from './lookup.ts';
import type { ConditionKeys } from './policy/condition-keys.ts';
import { conditionKeys, merged } from './policy/condition-keys.ts';
import type { Attempt } from './policy/evaluate.ts';
import { resourcesOf } from './resources/resources.ts';

export interface ClientRequest {
  readonly service: ServiceName;
  readonly operation: string;
  /** As it came, not validated. */
  readonly input: unknown;
  readonly place: Place;
}

/** Everything that a request's caller must be allowed to do. `common` are the keys that every request has. */
export async function permissionsFor(
  { service, operation, input: raw, place }: ClientRequest,
  common: ConditionKeys,
  lookup: Lookup,
): Promise<readonly Attempt[]> {
  const input = inputOf(raw);
  const resources = await resourcesOf(service, { operation, input, place, lookup });
  const tags = requestTagKeys(input);
  const given = { ...tags, ...(await SERVICE_KEYS[service]?.({ operation, input, place, lookup })) };
  const carried = Object.fromEntries(Object.entries(given).filter(([key]) => carriesKey(service, operation, key)));
  const own = { action: `${prefixOf(service)}:${operation}`, resources, keys: conditionKeys(carried) };
  const dependent = await dependentActions({ service, operation, input, lookup });
  const all = [
    own,
    ...dependent.map((other) => ({
      action: other.action,
      resources: other.resources ?? resources,
      keys: conditionKeys(other.resources ? other.keys : { ...tags, ...other.keys }),
    })),
  ];
  return all.flatMap(({ action, resources: on, keys }) =>
    on.map((resource) => ({ action, resource, keys: merged(common, keys) })),
  );
}
