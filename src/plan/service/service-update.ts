import type { Cluster } from '../../model/cluster.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Change, Danger, PropertyChange } from '../../model/plan.ts';
import type { Service } from '../../model/service.ts';
import { type ForwardView, primaryOf, type ServiceView } from '../../model/service-views.ts';
import { type DocumentPath, positionOf } from '../../model/source.ts';
import { isDaemon } from '../../model/strategy.ts';
import type { Difference } from '../differences/json-differences.ts';
import { propertyChanges, shown } from '../differences/property-changes.ts';
import type { TaskDefinitionPlan } from '../task-definition/task-definition-plan.ts';
import { isPrivateSetting, isStatedSettings } from './config-digests.ts';
import { changedSettings } from './service-changes.ts';
import { serviceDangers } from './service-dangers.ts';
import { desiredSettings, type StackOutputs } from './service-desired.ts';
import { missingTags, serviceTags } from './service-tags.ts';

/**
 * What CreateService or UpdateService is to be called with, without `taskDefinition`, which is known once it is
 * registered.
 */
export type ServiceWrite =
  | { readonly kind: 'create'; readonly request: JsonObject }
  | { readonly kind: 'update'; readonly request: JsonObject; readonly deploys: boolean }
  | { readonly kind: 'none' };

interface Wanted {
  readonly cluster: Cluster;
  readonly service: Service;
  readonly outputs: StackOutputs;
}

interface LiveSettings {
  readonly service: ServiceView;
  readonly revision: JsonObject | undefined;
  readonly forwards?: readonly ForwardView[] | undefined;
}

interface ServiceWritePlan {
  readonly change: Change | undefined;
  readonly dangers: readonly Danger[];
  readonly write: ServiceWrite;
}

/** How to create a service that does not exist. */
export function planCreation({ service, outputs }: Wanted): ServiceWritePlan {
  const request = {
    ...desiredSettings(service, outputs),
    serviceName: service.name,
    ...(isDaemon(service.settings) ? {} : { desiredCount: service.desiredCount }),
  };
  const change: Change = {
    action: 'add',
    resource: 'service',
    type: 'AWS::ECS::Service',
    properties: [],
    certainty: 'certain',
    at: positionOf(service.source, []),
  };
  return { change, dangers: [], write: { kind: 'create', request } };
}

/** How to bring a live service to what is desired, with as few members as that takes. */
export function planUpdate(
  { cluster, service, outputs }: Wanted,
  { service: live, revision: described, forwards }: LiveSettings,
  revision: TaskDefinitionPlan['revision'],
): ServiceWritePlan {
  const desired = desiredSettings(service, outputs, { service: live, forwards });
  const settings = changedSettings(desired, live, described);
  const isSettled = service.scaling || isDaemon(service.settings) || live.desiredCount === service.desiredCount;
  const desiredCount = isSettled ? undefined : service.desiredCount;
  const deploys = settings.deploys || !('arn' in revision) || revision.arn !== live.taskDefinition;
  const retried = !deploys && hasFailed(live);
  const request: JsonObject = {
    ...settings.update,
    ...(desiredCount === undefined ? {} : { desiredCount }),
    ...(retried ? { forceNewDeployment: true } : {}),
  };
  const properties = [
    ...propertyChanges(settings.found, isStatedSettings(live, described) ? undefined : isPrivateSetting),
    ...(desiredCount === undefined ? [] : [changed('desiredCount', live.desiredCount, desiredCount)]),
    ...tagChanges(serviceTags(cluster, service), live.tags),
    ...(retried ? [changed('deployments.PRIMARY', 'FAILED', 'a new deployment')] : []),
  ];
  const isUpdate = deploys || Object.keys(request).length > 0;
  return {
    change: properties.length === 0 ? undefined : serviceChange(service, live, properties, settings.found),
    dangers: serviceDangers({
      service,
      outputs,
      live,
      desired,
      found: settings.found,
      desiredCount,
      deploys: deploys || retried,
      allow: cluster.allow,
    }),
    write: isUpdate ? { kind: 'update', request, deploys: deploys || retried } : { kind: 'none' },
  };
}

function serviceChange(
  service: Service,
  live: ServiceView,
  properties: readonly PropertyChange[],
  found: readonly Difference[],
): Change {
  const path: DocumentPath = found.length === 1 ? (found[0]?.path ?? []) : [];
  return {
    action: 'modify',
    resource: 'service',
    type: 'AWS::ECS::Service',
    physicalId: live.arn,
    properties,
    certainty: properties.some(({ after }) => after.kind === 'known-after-apply') ? 'known-after-apply' : 'certain',
    at: positionOf(service.source, path),
  };
}

/**
 * The deployment of what is already wanted has failed, and there was nothing to go back to: only a new one repairs
 * that.
 */
export function hasFailed(service: ServiceView): boolean {
  return primaryOf(service)?.rolloutState === 'FAILED';
}

function tagChanges(
  desired: Readonly<Record<string, string>>,
  live: Readonly<Record<string, string>>,
): readonly PropertyChange[] {
  return Object.entries(missingTags(desired, live)).map(([key, value]) => changed(`tags.${key}`, live[key], value));
}

function changed(path: string, before: string | number | undefined, after: string | number): PropertyChange {
  return { path, before: shown(before), after: shown(after) };
}
