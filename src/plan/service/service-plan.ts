import type { Cluster } from '../../model/cluster.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Unit } from '../../model/plan.ts';
import type { ScheduledTargetView } from '../../model/scheduled-task.ts';
import type { BeforeDeployment, Service } from '../../model/service.ts';
import { type ForwardView, primaryOf, type ServiceView, type TaskDefinitionView } from '../../model/service-views.ts';
import { positionOf } from '../../model/source.ts';
import { serviceUnitId } from '../../model/unit-id.ts';
import { desiredScaling } from '../scaling/scaling-desired.ts';
import { scalingNotes } from '../scaling/scaling-notes.ts';
import { type LiveScaling, planScaling, type ScalingWrite } from '../scaling/scaling-plan.ts';
import { oldRevisionsChange } from '../task-definition/old-revisions.ts';
import type { ImageOverride } from '../task-definition/task-definition-images.ts';
import { planTaskDefinition, type TaskDefinitionPlan } from '../task-definition/task-definition-plan.ts';
import { beforeDeploymentChange } from './before-deployment.ts';
import { configDigestsTag, definitionDigest, isStatedDefinition, settingsDigest } from './config-digests.ts';
import { scheduledTaskChanges } from './scheduled-tasks.ts';
import { desiredSettings, missingOutputs, type StackOutputs } from './service-desired.ts';
import { serviceDigest } from './service-digest.ts';
import { missingTags, ownershipTags, serviceTags } from './service-tags.ts';
import { unitNeeds } from './service-units.ts';
import { planCreation, planUpdate, type ServiceWrite } from './service-update.ts';

/** A service and what belongs to it, as observed. */
export interface LiveService {
  readonly service: ServiceView | undefined;
  /** What the service runs. */
  readonly taskDefinition: TaskDefinitionView | undefined;
  /** The family's latest ACTIVE revision. */
  readonly latestTaskDefinition: TaskDefinitionView | undefined;
  /** ARNs of the family's ACTIVE revisions, newest first; none where config keeps all of them. */
  readonly activeRevisions: readonly string[];
  /** DescribeServiceRevisions' answer for the revision that serves, where it was needed. */
  readonly revision: JsonObject | undefined;
  /** What its production rules forward to, where a load balancer has an alternate target group. */
  readonly forwards?: readonly ForwardView[] | undefined;
  readonly scaling: LiveScaling;
  /** What config's scheduled tasks start now. */
  readonly scheduledTargets: readonly ScheduledTargetView[];
}

export interface ServicePlan {
  readonly unit: Unit;
  readonly taskDefinition: TaskDefinitionPlan;
  readonly service: ServiceWrite;
  /** The tags to set on the live service. */
  readonly tags: Readonly<Record<string, string>>;
  /** The tag to set together with other writes: by itself it is no reason to write. */
  readonly digestsTag: Readonly<Record<string, string>>;
  readonly scaling: readonly ScalingWrite[];
  /** What has to end well first: only where the service gets another revision. */
  readonly before: BeforeDeployment | undefined;
}

/** What config and the run's inputs ask of one service. */
export interface WantedService {
  readonly cluster: Cluster;
  readonly service: Service;
  readonly overrides: readonly ImageOverride[];
  readonly outputs: StackOutputs;
}

const HIDDEN =
  'It is unknown whether what serves was ever in config: values of it that may be secrets are overwritten, and not shown.';

/** What it takes to bring a live service to what is wanted; nothing where it is so already. */
export function planService(wanted: WantedService, live: LiveService): ServicePlan {
  const { cluster, service, overrides, outputs } = wanted;
  const taskDefinition = planTaskDefinition(service, overrides, {
    live: live.taskDefinition,
    latest: live.latestTaskDefinition,
    isStated: live.taskDefinition && isStatedDefinition(live.taskDefinition.definition, live.service?.tags ?? {}),
  });
  const scaling = planScaling(
    service.scaling && desiredScaling(cluster, service.name, service.scaling, outputs),
    live.scaling,
    ownershipTags(cluster, service),
  );
  const settings = live.service
    ? planUpdate(wanted, { ...live, service: live.service }, taskDefinition.revision)
    : planCreation(wanted);
  const at = positionOf(service.source, ['scaling']);
  const isMoving = moves(taskDefinition, live.service);
  const before = isMoving ? service.beforeDeployment : undefined;
  const revisions = {
    active: live.activeRevisions,
    registers: !('arn' in taskDefinition.revision),
    live: live.service?.taskDefinition,
  };
  const old = isMoving ? oldRevisionsChange(service, revisions) : undefined;
  const changes = [
    ...[taskDefinition.change, before && beforeDeploymentChange(service, before), settings.change].flatMap(
      (change) => change ?? [],
    ),
    ...scaling.changes.map((change) => ({ ...change, at })),
    ...scheduledTaskChanges(service, live.scheduledTargets, taskDefinition.revision),
    ...(old ? [old] : []),
  ];
  const tags = live.service ? missingTags(serviceTags(cluster, service), live.service.tags) : {};
  // What changes of a task definition is spelt out; a first one is not. Whether its revision is there already, from a
  // run that went no further, makes no other plan.
  const definition = taskDefinition.change?.action === 'add' ? taskDefinition.definition : undefined;
  const hidden = changes.some(({ properties }) => properties.some((property) => property.before.kind === 'secret'));
  const done = {
    definition,
    service: settings.write,
    tags,
    scaling: scaling.writes,
    // Stands for values that are overwritten and not told: whoever sets others makes another deployment.
    ...(hidden && { overwritten: (live.service && primaryOf(live.service)?.id) ?? null }),
  };
  const missing = missingOutputs(cluster, service, outputs);
  const id = serviceUnitId(cluster.name, service.name);
  return {
    unit: {
      id,
      kind: 'service',
      changes,
      dangers: [...settings.dangers, ...scaling.dangers],
      needs: unitNeeds(cluster, service),
      // Which revisions go is found out when they do: a review holds whatever they are by then.
      digest: serviceDigest(
        id,
        changes.filter((change) => change !== old),
        done,
        outputs,
      ),
      notes: [
        ...(hidden ? [HIDDEN] : []),
        ...(missing.length === 0 ? [] : [`Its stacks come first: ${missing.join(', ')} is known only then.`]),
        ...scalingNotes(service.scaling, {
          target: live.scaling.target,
          desiredCount: live.service?.desiredCount,
        }),
      ],
    },
    taskDefinition,
    service: settings.write,
    tags,
    digestsTag: configDigestsTag(live.service?.tags ?? {}, [
      definitionDigest(taskDefinition.definition),
      settingsDigest(desiredSettings(service, outputs)),
    ]),
    scaling: scaling.writes,
    before,
  };
}

function moves({ revision }: TaskDefinitionPlan, live: ServiceView | undefined): boolean {
  return !('arn' in revision) || revision.arn !== live?.taskDefinition;
}
