import { revisionName } from '../../model/arn.ts';
import { canonicalJson, type JsonObject } from '../../model/json.ts';
import type { Change, PropertyChange, Unit } from '../../model/plan.ts';
import type { ServiceView, TaskDefinitionView } from '../../model/service-views.ts';
import { serviceUnitId } from '../../model/unit-id.ts';
import { differences } from '../differences/json-differences.ts';
import { shown } from '../differences/property-changes.ts';
import { isPrivate } from '../task-definition/private-members.ts';
import { normalTaskDefinition } from '../task-definition/task-definition-normal.ts';
import { unitOf } from '../unit.ts';
import { isStatedDefinition } from './config-digests.ts';
import { hasFailed } from './service-update.ts';

/** A live service and the revision that it has. */
export interface CurrentService {
  readonly service: ServiceView;
  readonly taskDefinition: TaskDefinitionView;
}

/** A live service that gets another revision, and nothing else. */
export interface RevisionMove {
  readonly unit: Unit;
  readonly service: ServiceView;
  /** The revision to run: one that exists, or one to be registered. */
  readonly revision: { readonly arn: string } | { readonly register: JsonObject };
  readonly definition: JsonObject;
  /** Members for UpdateService besides `taskDefinition`. */
  readonly request: JsonObject;
}

/** What it takes to have a live service run `target`; nothing where it does so already. */
export function planMove(
  cluster: string,
  { service, taskDefinition: live }: CurrentService,
  target: Pick<TaskDefinitionView, 'arn' | 'definition'> | { readonly register: JsonObject },
): RevisionMove {
  const revision = 'arn' in target ? { arn: target.arn } : target;
  const definition = 'arn' in target ? target.definition : target.register;
  const isMoving = !('arn' in revision) || revision.arn !== service.taskDefinition;
  const isRetry = !isMoving && hasFailed(service);
  const changes = [
    ...definitionChanges(service, live, definition),
    ...serviceChanges(service, isMoving && 'arn' in revision ? revision.arn : undefined, isRetry),
  ];
  const id = serviceUnitId(cluster, service.name);
  return {
    unit: unitOf(id, 'service', changes, canonicalJson({ revision })),
    service,
    revision,
    definition,
    request: isRetry ? { forceNewDeployment: true } : {},
  };
}

/** Both sides are live: what may be secret is printed only of a side that config has stated. */
function definitionChanges({ tags }: ServiceView, live: TaskDefinitionView, definition: JsonObject): readonly Change[] {
  const found = differences(normalTaskDefinition(live.definition), normalTaskDefinition(definition));
  if (found.length === 0) return [];
  const isShown = (of: JsonObject, path: readonly string[]): boolean =>
    !isPrivate(path) || isStatedDefinition(of, tags);
  const properties = found.map(
    ({ path, before, after }): PropertyChange => ({
      path: path.join('.'),
      before: before === undefined || isShown(live.definition, path) ? shown(before) : { kind: 'secret' },
      after: after === undefined || isShown(definition, path) ? shown(after) : { kind: 'secret' },
    }),
  );
  return [
    {
      action: 'modify',
      resource: 'task definition',
      type: 'AWS::ECS::TaskDefinition',
      physicalId: live.arn,
      properties,
      certainty: 'certain',
    },
  ];
}

function serviceChanges(service: ServiceView, arn: string | undefined, isRetry: boolean): readonly Change[] {
  const properties = [
    ...(arn
      ? [
          {
            path: 'taskDefinition',
            before: shown(revisionName(service.taskDefinition)),
            after: shown(revisionName(arn)),
          },
        ]
      : []),
    ...(isRetry ? [{ path: 'deployments.PRIMARY', before: shown('FAILED'), after: shown('a new deployment') }] : []),
  ];
  return properties.length === 0 ? [] : [serviceChange(service, properties)];
}

export function serviceChange({ arn }: ServiceView, properties: readonly PropertyChange[]): Change {
  return {
    action: 'modify',
    resource: 'service',
    type: 'AWS::ECS::Service',
    physicalId: arn,
    properties,
    certainty: 'certain',
  };
}
