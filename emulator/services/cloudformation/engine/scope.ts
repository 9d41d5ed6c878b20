import type { World } from '../../../core/world.ts';
import type { DescribeAvailabilityZonesResult, DescribeSubnetsResult } from '../../../shapes/ec2.d.ts';
import { evaluate, holds } from '../intrinsics/evaluate.ts';
import { functionCall } from '../intrinsics/functions.ts';
import type { Scope } from '../intrinsics/scope.ts';
import { parameterScope } from '../intrinsics/scope.ts';
import { formatError, notEmulated, validationError } from '../template/errors.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject } from '../template/json.ts';
import { parameterReference } from '../template/parameters.ts';
import type { Template } from '../template/template.ts';
import type { Deployment, Stack } from './stack.ts';
import type { StackStore } from './store.ts';

/** Parameters and pseudo parameters, as Ref reads them. */
export function parametersInScope(world: World, stack: Stack, deployment: Deployment): JsonObject {
  const declared = Object.entries(deployment.template.parameters).map(([key, declaration]) => {
    const value = deployment.parameters[key];
    return [key, value ? parameterReference(declaration, value) : ''] as const;
  });
  return {
    ...Object.fromEntries(declared),
    'AWS::AccountId': world.account,
    'AWS::NotificationARNs': deployment.notificationArns,
    'AWS::Partition': 'aws',
    'AWS::Region': world.region,
    'AWS::StackId': stack.id,
    'AWS::StackName': stack.name,
    'AWS::URLSuffix': 'amazonaws.com',
  };
}

/** The scope in which a stack's resources are provisioned: what they refer to exists. */
export function provisioningScope(
  world: World,
  store: StackStore,
  stack: Stack,
  deployment: Deployment,
  zones: readonly string[],
): Scope {
  return {
    template: deployment.template,
    parameters: parametersInScope(world, stack, deployment),
    ref: (id) => existing(stack, id).ref,
    attribute: (id, attribute) => existing(stack, id).attributes[attribute],
    importValue: (name) => {
      const value = exportedValue(store, name);
      if (value === undefined) throw validationError(`No export named ${name} found.`);
      return value;
    },
    availabilityZones: (region) => zonesOf(world, region, zones),
  };
}

/** Only the zones of the region that is emulated are known. */
export function zonesOf(world: World, region: string, zones: readonly string[]): readonly string[] {
  if (region !== world.region) throw notEmulated(`Fn::GetAZs of ${region}`);
  return zones;
}

export function exportedValue(store: StackStore, name: string): string | undefined {
  return store.exporterOf(name)?.exports.find((item) => item.name === name)?.value;
}

export function unresolvedResource(id: string): Error {
  return formatError(`Unresolved resource dependencies [${id}] in the Resources block of the template`);
}

function existing(stack: Stack, id: string): { ref: string; attributes: JsonObject } {
  const resource = stack.resources.get(id);
  if (!resource) throw unresolvedResource(id);
  return resource;
}

/** The logical ids whose condition holds, in the template's order. */
export function presentResources(template: Template, parameters: JsonObject): readonly string[] {
  const scope = parameterScope(template, parameters);
  return Object.entries(template.resources)
    .filter(([, { condition }]) => condition === undefined || holds(condition, scope))
    .map(([id]) => id);
}

/** The names of the exports that the present resources and outputs import. */
export function importedNames(template: Template, parameters: JsonObject): ReadonlySet<string> {
  const scope = parameterScope(template, parameters);
  const present = presentResources(template, parameters).map((id) => template.resources[id]?.properties);
  const outputs = Object.values(template.outputs).map(({ value }) => value);
  const names = [...present, ...outputs].flatMap((value) => importArguments(value));
  return new Set(names.map((name) => String(evaluate(name, scope))));
}

function importArguments(value: Json | undefined): readonly Json[] {
  if (isArray(value)) return value.flatMap(importArguments);
  if (!isObject(value)) return [];
  const call = functionCall(value);
  if (call?.name === 'Fn::ImportValue') return [call.argument];
  return Object.values(value).flatMap(importArguments);
}

/**
 * Fn::GetAZs: the zones with a default subnet; all zones where the account has no default subnets (user guide). Asked
 * for only where the template needs it.
 */
export async function zonesFor(world: World, template: Template): Promise<readonly string[]> {
  if (!JSON.stringify([template.resources, template.outputs]).includes('"Fn::GetAZs"')) return [];
  const { Subnets: subnets = [] } = await world.call<DescribeSubnetsResult>('ec2', 'DescribeSubnets', {
    Filters: [{ Name: 'default-for-az', Values: ['true'] }],
  });
  const zones = new Set(subnets.map(({ AvailabilityZone: zone = '' }) => zone));
  if (zones.size > 0) return [...zones].sort();
  const { AvailabilityZones: all = [] } = await world.call<DescribeAvailabilityZonesResult>(
    'ec2',
    'DescribeAvailabilityZones',
    {},
  );
  return all.map(({ ZoneName: name = '' }) => name).sort();
}
