import type { World } from '../../../core/world.ts';
import type { LiveStack } from '../drift/live-stack.ts';
import { exportedValue, parametersInScope, unresolvedResource, zonesOf } from '../engine/scope.ts';
import type { Deployment, Stack } from '../engine/stack.ts';
import type { StackStore } from '../engine/store.ts';
import type { Scope } from '../intrinsics/scope.ts';
import { KNOWN_AFTER_APPLY } from '../intrinsics/unknown.ts';
import { schemaOf } from '../resources/schemas.ts';
import type { Json, JsonObject } from '../template/json.ts';
import type { Replacement } from './diff.ts';

/** What the comparison has found out so far about a resource; those that do not change are not recorded. */
export type Verdict = Replacement | 'Added';

/** A stack beside the deployment that it might get, and the scopes in which the two are compared. */
export interface Comparison {
  readonly stack: Stack;
  readonly target: Deployment;
  /** The stack's resources as they are: set for a drift-aware comparison. */
  readonly live: LiveStack | undefined;
  /**
   * References read what is there now, replaced or not: what differs in it was changed in the template or parameters.
   */
  readonly held: Scope;
  /** References read what will be there once the change is applied, as far as that is known. */
  readonly applied: Scope;
  /** The stack's present template with nothing resolved but its parameters. */
  readonly unresolved: Scope;
  record(logicalId: string, verdict: Verdict): void;
  verdictOf(logicalId: string): Verdict | undefined;
}

export function createComparison(
  world: World,
  store: StackStore,
  stack: Stack,
  target: Deployment,
  zones: readonly string[],
  live?: LiveStack,
): Comparison {
  const verdicts = new Map<string, Verdict>();
  const parameters = parametersInScope(world, stack, target);
  const shared = {
    importValue: (name: string): Json => exportedValue(store, name) ?? KNOWN_AFTER_APPLY,
    availabilityZones: (region: string) => zonesOf(world, region, zones),
  };
  const declared = (id: string): void => {
    if (!(id in target.template.resources)) throw unresolvedResource(id);
  };
  const present = (id: string) => {
    const resource = stack.resources.get(id);
    return resource && resource.physicalId !== '' && resource.status !== 'DELETE_COMPLETE' ? resource : undefined;
  };
  const held: Scope = {
    ...shared,
    template: target.template,
    parameters,
    ref: (id) => {
      declared(id);
      return present(id)?.ref ?? KNOWN_AFTER_APPLY;
    },
    attribute: (id, attribute) => {
      declared(id);
      return present(id)?.attributes[attribute] ?? KNOWN_AFTER_APPLY;
    },
  };
  const before = stack.deployment ?? target;
  return {
    stack,
    target,
    live,
    held,
    applied: {
      ...held,
      ref: (id) => (isNew(verdicts.get(id)) ? KNOWN_AFTER_APPLY : held.ref(id)),
      attribute: (id, attribute) => {
        const verdict = verdicts.get(id);
        if (isNew(verdict)) return KNOWN_AFTER_APPLY;
        // An update in place may change what the service computes, but not what the template sets.
        const resource = present(id);
        const computed = resource && !(attribute in schemaOf(resource.type).properties);
        return verdict !== undefined && computed ? KNOWN_AFTER_APPLY : held.attribute(id, attribute);
      },
    },
    unresolved: unresolvedScope(before, parametersInScope(world, stack, before), shared),
    record: (id, verdict) => void verdicts.set(id, verdict),
    verdictOf: (id) => verdicts.get(id),
  };
}

function isNew(verdict: Verdict | undefined): boolean {
  return verdict === 'Added' || verdict === 'True' || verdict === 'Conditional';
}

function unresolvedScope(
  deployment: Deployment,
  parameters: JsonObject,
  shared: Pick<Scope, 'importValue' | 'availabilityZones'>,
): Scope {
  return {
    ...shared,
    template: deployment.template,
    parameters,
    ref: () => KNOWN_AFTER_APPLY,
    attribute: () => KNOWN_AFTER_APPLY,
  };
}
