import { canonicalJson, type Json, type JsonObject } from '../../model/json.ts';
import type { Change } from '../../model/plan.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { StackView } from '../../model/stack-views.ts';

/**
 * Whether a stack is what config wants, so that no change set is needed: the template's digest in its output
 * `digestOutput`, parameters and tags are equal. An update that failed took the output back with the rest.
 */
export function isUpToDate(stack: StackView, desired: StackTemplate, digestOutput: string): boolean {
  return (
    stack.outputs[digestOutput] === desired.digest &&
    canonicalJson(stack.parameters) === canonicalJson(desired.parameters) &&
    canonicalJson(stack.tags) === canonicalJson(desired.tags)
  );
}

/** Everything that a stack adds which does not exist yet. */
export function additions({ resources, sources }: StackTemplate): readonly Change[] {
  return Object.entries(resources).map(([resource, definition]) => ({
    action: 'add',
    resource,
    type: typeOf(definition),
    properties: [],
    certainty: 'certain',
    at: sources[resource],
  }));
}

/**
 * What differs between the live template and the desired one, where CloudFormation cannot make a change set yet.
 * Whether a change replaces a resource is known only with a change set.
 */
export function templateDifferences(live: string, { resources, sources }: StackTemplate): readonly Change[] {
  const before = resourcesOf(live);
  const ids = [...new Set([...Object.keys(before), ...Object.keys(resources)])];
  return ids.flatMap((resource): Change[] => {
    const [old, wanted] = [before[resource], resources[resource]];
    if (canonicalJson(old) === canonicalJson(wanted)) return [];
    const action = old === undefined ? 'add' : wanted === undefined ? 'remove' : 'modify';
    const type = typeOf(wanted ?? old);
    const certainty = action === 'modify' ? 'known-after-apply' : 'certain';
    const kept = action === 'remove' && isKept(old) ? { isKept: true } : {};
    return [{ action, resource, type, properties: [], certainty, ...kept, at: sources[resource] }];
  });
}

function resourcesOf(template: string): Readonly<Record<string, Json>> {
  const parsed: { readonly Resources?: JsonObject } = JSON.parse(template);
  return parsed.Resources ?? {};
}

function isKept(definition: Json | undefined): boolean {
  const stated = definition as JsonObject | undefined;
  return String(stated?.['DeletionPolicy'] ?? '').startsWith('Retain');
}

function typeOf(definition: Json | undefined): string {
  const stated = definition as JsonObject | undefined;
  return String(stated?.['Type'] ?? '');
}
