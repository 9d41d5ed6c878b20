import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../../model/json.ts';

/** Members by which an item of a list in a template is known, most telling first. */
const NAMES = [
  'Key',
  'Name',
  'Sid',
  'Id',
  'PolicyName',
  'ResourceType',
  'DeviceName',
  'CapacityProvider',
  'TargetGroupArn',
  'CertificateArn',
  'SubnetId',
  'DeviceIndex',
  'Field',
] as const;

/** A list's items by name; undefined where two have the same, or one has none, as in a list of words. */
export function itemsByName(list: readonly Json[]): ReadonlyMap<string, Json> | undefined {
  const named = new Map<string, Json>();
  for (const item of list) {
    const name = itemName(item);
    if (name === undefined || named.has(name)) return undefined;
    named.set(name, withoutKey(item));
  }
  return named;
}

/** What a reader calls it: a tag's key, a rule's ports and origin, a statement's Sid. */
function itemName(item: Json): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const stated = NAMES.map((name) => item[name]).find(isScalar);
  return stated === undefined ? (admission(item) ?? step(item) ?? statement(item) ?? kind(item)) : String(stated);
}

/** Of a tag or an attribute, only the value is compared: its key is the name of the item. */
function withoutKey(item: Json): Json {
  if (!isJsonObject(item)) return item;
  const [first, second, ...further] = Object.keys(item).sort();
  return first === 'Key' && second === 'Value' && further.length === 0 ? (item['Value'] ?? null) : item;
}

/** A rule of a security group: `tcp 80 from 0.0.0.0/0`. */
function admission(item: JsonObject): string | undefined {
  const { IpProtocol: protocol, FromPort: from, ToPort: to } = item;
  if (!isScalar(protocol)) return undefined;
  const ports = from === undefined ? '' : ` ${canonicalText(from === to ? from : `${from}-${to}`)}`;
  const peers = Object.keys(item).filter((key) => !['IpProtocol', 'FromPort', 'ToPort', 'Description'].includes(key));
  return `${protocol}${ports} from ${peers.map((key) => canonicalText(item[key] ?? null)).join(' ')}`;
}

/** A step of a scaling policy, by its bounds. */
function step({ MetricIntervalLowerBound: lower, MetricIntervalUpperBound: upper }: JsonObject): string | undefined {
  return lower === undefined && upper === undefined ? undefined : `from ${lower ?? '-∞'} to ${upper ?? '∞'}`;
}

/** A statement of a policy without a Sid, by what it is about. */
function statement({ Effect: effect, Principal: principal, Resource: resource, Action: action }: JsonObject) {
  const about = principal ?? resource ?? action;
  return isScalar(effect) && about !== undefined ? `${effect} ${canonicalText(about)}` : undefined;
}

function kind({ Type: type }: JsonObject): string | undefined {
  return isScalar(type) ? String(type) : undefined;
}

function isScalar(value: Json | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function canonicalText(value: Json): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
