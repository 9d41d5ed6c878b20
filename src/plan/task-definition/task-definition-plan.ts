import type { JsonObject } from '../../model/json.ts';
import type { Change } from '../../model/plan.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinitionView } from '../../model/service-views.ts';
import { type DocumentPath, positionOf } from '../../model/source.ts';
import { differences } from '../differences/json-differences.ts';
import { propertyChanges } from '../differences/property-changes.ts';
import { isPrivate } from './private-members.ts';
import { containersOf, type ImageOverride, imagesOf, withImages } from './task-definition-images.ts';
import { normalTaskDefinition } from './task-definition-normal.ts';

export interface TaskDefinitionPlan {
  /** The revision to run: one that exists, or one to be registered. */
  readonly revision: { readonly arn: string } | { readonly register: JsonObject };
  /** The image of each container in it. */
  readonly images: Readonly<Record<string, string>>;
  /** The definition in it, as stated. */
  readonly definition: JsonObject;
  /** Against what is live; undefined where that is right. */
  readonly change: Change | undefined;
}

interface KnownRevisions {
  /** What the service runs. */
  readonly live: TaskDefinitionView | undefined;
  /** The family's latest ACTIVE revision: perhaps registered by a run that went no further, or rolled back. */
  readonly latest: TaskDefinitionView | undefined;
  /** Whether config has stated what is live: only then every value of it may be shown. */
  readonly isStated?: boolean | undefined;
}

/**
 * Config against the live revision. A new one is registered only where neither the live nor the latest one is equal.
 */
export function planTaskDefinition(
  service: Service,
  overrides: readonly ImageOverride[],
  { live, latest, isStated = false }: KnownRevisions,
): TaskDefinitionPlan {
  const images = imagesOf(service, overrides, live?.definition);
  const definition = withImages(service, images);
  const found = differences(live && normalOf(live), normalTaskDefinition(definition));
  const isUsable = (view: TaskDefinitionView): boolean =>
    view.status === 'ACTIVE' && differences(normalOf(view), normalTaskDefinition(definition)).length === 0;
  const existing = [live, latest].find((view) => view !== undefined && isUsable(view));
  const revision = existing ? { arn: existing.arn } : { register: definition };
  if (existing && (!live || existing === live)) return { revision, images, definition, change: undefined };
  const change: Change = {
    action: live ? 'modify' : 'add',
    resource: 'task definition',
    type: 'AWS::ECS::TaskDefinition',
    physicalId: live?.arn,
    properties: live ? [...deregistered(live), ...propertyChanges(found, isStated ? undefined : isPrivate)] : [],
    certainty: 'certain',
    at: positionOf(service.taskDefinition.source, found.length === 1 ? documentPath(definition, found[0]?.path) : []),
  };
  return { revision, images, definition, change };
}

function normalOf(view: TaskDefinitionView): JsonObject {
  return normalTaskDefinition(view.definition);
}

function deregistered({ status }: TaskDefinitionView): Change['properties'] {
  if (status === 'ACTIVE') return [];
  return [{ path: 'status', before: { kind: 'value', text: status }, after: { kind: 'value', text: 'ACTIVE' } }];
}

/** Where a normal form's path stands in the file, as far as it can be told. */
function documentPath(definition: JsonObject, path: readonly string[] | undefined): DocumentPath {
  const [list = '', name, ...rest] = path ?? [];
  if (list !== 'containerDefinitions') return [list];
  const index = containersOf(definition).findIndex((container) => container['name'] === name);
  return index < 0 ? [list] : [list, index, ...rest];
}
