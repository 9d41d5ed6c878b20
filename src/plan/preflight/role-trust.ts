import { isJsonObject, isList, type Json, type JsonObject } from '../../model/json.ts';

/** Whether a role's trust policy lets an AWS service assume it. Conditions are taken to be met. */
export function trusts(policy: JsonObject, service: string): boolean {
  return listOf(policy['Statement'])
    .filter(isJsonObject)
    .some(
      ({ Effect, Action, Principal }) =>
        Effect === 'Allow' && listOf(Action).some(isAssuming) && includesService(Principal, service),
    );
}

function isAssuming(action: Json): boolean {
  return ['sts:assumerole', 'sts:*', '*'].includes(String(action).toLowerCase());
}

function includesService(principal: Json | undefined, service: string): boolean {
  if (principal === '*') return true;
  return isJsonObject(principal) && listOf(principal['Service']).includes(service);
}

/** IAM writes a list of one as the one. */
function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}
