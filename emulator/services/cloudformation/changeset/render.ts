import type { Change, ResourceChange, ResourceChangeDetail } from '../../../shapes/cloudformation.d.ts';
import type { DesiredResource } from '../engine/resource-plan.ts';
import type { Deployment, StackResource } from '../engine/stack.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { stringified } from '../template/json.ts';
import type { ResourceDeclaration } from '../template/template.ts';
import type { ResourceDiff } from './diff.ts';
import { replacementOf } from './diff.ts';

/** A change set's changes without property values: each resource that may be touched. */
export function plainChanges(diffs: readonly ResourceDiff[]): readonly Change[] {
  return diffs
    .filter(({ action, details }) => action !== 'Modify' || details.length > 0)
    .map((diff) => ({ Type: 'Resource', ResourceChange: resourceChange(diff, diff.details) }));
}

/** The changes with property values: each resource whose values are known to change, or not yet known. */
export function valuedChanges(diffs: readonly ResourceDiff[], secrets: readonly string[]): readonly Change[] {
  return diffs
    .filter(({ action, valueDetails }) => action !== 'Modify' || valueDetails.length > 0)
    .map((diff) => {
      const change = { ...resourceChange(diff, diff.valueDetails), ...contexts(diff) };
      return { Type: 'Resource', ResourceChange: masked(change, secrets) };
    });
}

function resourceChange(diff: ResourceDiff, details: readonly ResourceChangeDetail[]): ResourceChange {
  const { action, logicalId, type, current, after, importedId, drift } = diff;
  const common: ResourceChange = {
    Action: action,
    LogicalResourceId: logicalId,
    PhysicalResourceId: current?.physicalId ?? importedId,
    ResourceType: type,
    Scope: [...new Set(details.flatMap(({ Target: target }) => target?.Attribute ?? []))].sort(),
    Details: [...details],
    ResourceDriftStatus: drift?.status,
    ResourceDriftIgnoredAttributes: drift && drift.ignored.length > 0 ? [...drift.ignored] : undefined,
  };
  switch (action) {
    case 'Add':
    case 'Import':
      return common;
    case 'Remove':
      return { ...common, PolicyAction: current?.deletionPolicy.startsWith('Retain') ? 'Retain' : 'Delete' };
    case 'SyncWithActual':
      return { ...common, Replacement: 'False' };
    case 'Modify': {
      const replacement = replacementOf(details);
      const kept = after?.updateReplacePolicy === 'Retain';
      return {
        ...common,
        Replacement: replacement,
        PolicyAction: replacement === 'True' ? (kept ? 'ReplaceAndRetain' : 'ReplaceAndDelete') : undefined,
      };
    }
  }
}

function contexts({ action, current, after, removed, declaration, drift }: ResourceDiff): ResourceChange {
  const before = action === 'Remove' ? (removed ?? current) : current;
  return {
    BeforeContext: before && action !== 'Add' ? context(before, policies(current)) : undefined,
    AfterContext: after && context(after, policies(declaration)),
    PreviousDeploymentContext: drift && context(drift.previous, policies(drift.previous)),
  };
}

function context({ properties, metadata }: Pick<DesiredResource, 'properties' | 'metadata'>, rest: JsonObject): string {
  const parts: JsonObject = {
    Properties: properties,
    ...(metadata === undefined ? {} : { Metadata: metadata }),
    ...rest,
  };
  return JSON.stringify(stringified(parts));
}

/** Policies that the template names; defaults are not shown. */
function policies(from: ResourceDeclaration | StackResource | undefined): JsonObject {
  const shown: [string, Json][] = [];
  if (from?.updateReplacePolicy && from.updateReplacePolicy !== 'Delete')
    shown.push(['UpdateReplacePolicy', from.updateReplacePolicy]);
  if (from?.deletionPolicy && from.deletionPolicy !== 'Delete') shown.push(['DeletionPolicy', from.deletionPolicy]);
  return Object.fromEntries(shown);
}

/** The values of NoEcho parameters, which no answer may contain. */
export function secretsOf(...deployments: readonly (Deployment | undefined)[]): readonly string[] {
  const values = deployments.flatMap((deployment) =>
    Object.entries(deployment?.template.parameters ?? {}).flatMap(([key, { noEcho }]) =>
      noEcho ? [deployment?.parameters[key]?.value ?? ''] : [],
    ),
  );
  return [...new Set(values)].filter((value) => value !== '').sort((a, b) => b.length - a.length);
}

function masked(change: ResourceChange, secrets: readonly string[]): ResourceChange {
  const mask = (text: string | undefined): string | undefined =>
    text && secrets.reduce((shown, secret) => shown.replaceAll(secret, '****'), text);
  return {
    ...change,
    BeforeContext: mask(change.BeforeContext),
    AfterContext: mask(change.AfterContext),
    PreviousDeploymentContext: mask(change.PreviousDeploymentContext),
    Details: change.Details?.map((detail) => ({
      ...detail,
      Target: {
        ...detail.Target,
        BeforeValue: mask(detail.Target?.BeforeValue),
        AfterValue: mask(detail.Target?.AfterValue),
        Drift: detail.Target?.Drift && {
          ...detail.Target.Drift,
          PreviousValue: mask(detail.Target.Drift.PreviousValue),
          ActualValue: mask(detail.Target.Drift.ActualValue),
        },
      },
    })),
  };
}
