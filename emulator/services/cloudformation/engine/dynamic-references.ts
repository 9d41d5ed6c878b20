import { AwsError } from '../../../core/errors.ts';
import type { World } from '../../../core/world.ts';
import type { GetParameterResult } from '../../../shapes/ssm.d.ts';
import { Refused } from '../resources/resource-type.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject } from '../template/json.ts';

const REFERENCE = /\{\{resolve:([a-z-]+):([^}]*)\}\}/g;

/**
 * Replaces `{{resolve:ssm:name[:version]}}` by what the parameter store holds now. CloudFormation compares properties
 * with the references unresolved, so this happens only on the way to the resource's service.
 */
export async function resolveReferences(world: World, value: JsonObject): Promise<JsonObject> {
  const references = new Set(textsIn(value).flatMap((text) => [...text.matchAll(REFERENCE)].map(([whole]) => whole)));
  const values = new Map<string, string>();
  for (const reference of references) values.set(reference, await lookUp(world, reference));
  return references.size === 0 ? value : (replaced(value, values) as JsonObject);
}

async function lookUp(world: World, reference: string): Promise<string> {
  const [, service, rest = ''] = new RegExp(REFERENCE.source).exec(reference) ?? [];
  if (service !== 'ssm') throw new Refused(`Dynamic reference to ${service} is not supported by this emulator`);
  try {
    const { Parameter: parameter } = await world.call<GetParameterResult>('ssm', 'GetParameter', { Name: rest });
    if (parameter?.Value !== undefined) return parameter.Value;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
  }
  throw new Refused(`Parameters: [ssm:${rest}] cannot be found.`);
}

function textsIn(value: Json): readonly string[] {
  if (isArray(value)) return value.flatMap(textsIn);
  if (isObject(value)) return Object.values(value).flatMap(textsIn);
  return typeof value === 'string' ? [value] : [];
}

function replaced(value: Json, values: ReadonlyMap<string, string>): Json {
  if (isArray(value)) return value.map((item) => replaced(item, values));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, values)]));
  return typeof value === 'string' ? value.replaceAll(REFERENCE, (whole) => values.get(whole) ?? whole) : value;
}
