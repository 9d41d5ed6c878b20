import { readFileSync } from 'node:fs';
import type { ServiceName } from '../core/world.ts';

/** What IAM publishes about one service. */
interface PublishedService {
  /** Such as `elasticloadbalancing`. */
  readonly prefix: string;
  readonly actions: Readonly<Record<string, ActionTypes>>;
  /** How ARNs are written, by resource type. */
  readonly arns: Readonly<Record<string, string>>;
}

/** The types of resources that an action is judged on, and the condition keys that AWS fills in for it. */
export interface ActionTypes {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Such as `ecs:cluster` and `aws:RequestTag/${TagKey}`. */
  readonly keys: readonly string[];
}

const SERVICES: Readonly<Partial<Record<ServiceName, PublishedService>>> = JSON.parse(
  readFileSync(new URL('../shapes/iam-actions.json', import.meta.url), 'utf8'),
);

export const prefixOf = (service: ServiceName): string => SERVICES[service]?.prefix ?? service;

/** Undefined where IAM has no action for the operation. */
export const actionTypesOf = (service: ServiceName, operation: string): ActionTypes | undefined =>
  SERVICES[service]?.actions[operation];

/** Whether AWS fills in a condition key for an action; it does so for no other than those that it publishes. */
export function carriesKey(service: ServiceName, operation: string, key: string): boolean {
  const [family = key] = /^\w+:(?:Request|Resource)Tag\//i.exec(key) ?? [];
  const published = actionTypesOf(service, operation)?.keys ?? [];
  return published.some((known) => known.replace(/\$\{\w+\}$/, '') === family);
}

/** Where a resource lives. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** A resource by its type and what is known of the names in its ARN; the rest becomes `*`. */
export interface NamedResource {
  readonly type: string;
  readonly names?: Readonly<Record<string, string>>;
}

/** Either an ARN as the client sent it, or a resource by its names. */
export type Resource = string | NamedResource;

export function arnOf(service: ServiceName, resource: Resource, { account, region }: Place): string {
  if (typeof resource === 'string') return resource;
  const { type, names = {} } = resource;
  const known: Readonly<Record<string, string>> = { Account: account, Region: region, ...names };
  const template = SERVICES[service]?.arns[type] ?? '*';
  return template.replace(/\$\{(\w+)\}/g, (_, name: string) => known[name] ?? '*');
}
