import type { JsonObject } from '../../model/json.ts';
import type { Service } from '../../model/service.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { LiveScaling } from '../../plan/scaling/scaling-plan.ts';
import type { LiveService } from '../../plan/service/service-plan.ts';
import { SETTINGS } from '../../plan/service/service-settings.ts';
import type { Scaling } from '../../ports/scaling.ts';
import type { ScheduledTasks } from '../../ports/scheduled-tasks.ts';
import type { Services } from '../../ports/services.ts';
import type { TaskDefinitions } from '../../ports/task-definitions.ts';
import { observeScheduledTargets } from './scheduled-targets.ts';

export interface ServicePorts {
  readonly services: Services;
  readonly taskDefinitions: TaskDefinitions;
  readonly scaling: Scaling;
  readonly scheduledTasks: ScheduledTasks;
}

/** Everything of a service that config has a say in, as it is now. Reads only. Throws SCHEDULED_TASK_UNSUITABLE. */
export async function observeService(
  cluster: string,
  service: Service,
  readService: (name: string) => Promise<ServiceView | undefined>,
  { services, taskDefinitions, scaling, scheduledTasks }: ServicePorts,
): Promise<LiveService> {
  const live = await readService(service.name);
  const [taskDefinition, latestTaskDefinition, activeRevisions, revision, liveScaling, scheduled] = await Promise.all([
    live && taskDefinitions.describe(live.taskDefinition),
    taskDefinitions.describe(service.taskDefinition.family),
    service.keepRevisions === undefined ? [] : taskDefinitions.active(service.taskDefinition.family),
    live && observeRevision(service, live, services),
    observeScaling(cluster, service, scaling),
    observeScheduledTargets(service, scheduledTasks),
  ]);
  return {
    service: live,
    taskDefinition,
    latestTaskDefinition,
    activeRevisions,
    revision,
    scaling: liveScaling,
    scheduledTargets: scheduled,
  };
}

/** The service revision that serves, read only where config states something that nothing else describes. */
async function observeRevision(
  { settings }: Service,
  { description }: ServiceView,
  services: Services,
): Promise<JsonObject | undefined> {
  const isNeeded = Object.keys(settings).some((name) => SETTINGS[name]?.described === 'revision');
  const current = description['currentServiceRevisions'];
  const arn = Array.isArray(current)
    ? current.map(({ arn }: JsonObject) => arn).find((arn) => typeof arn === 'string')
    : undefined;
  if (!isNeeded || !arn) return undefined;
  const [revision] = await services.revisions([arn]);
  return revision?.description;
}

async function observeScaling(cluster: string, service: Service, scaling: Scaling): Promise<LiveScaling> {
  const [target, policies] = await Promise.all([
    scaling.target(cluster, service.name),
    scaling.policies(cluster, service.name),
  ]);
  const { steps } = service.scaling ?? {};
  const named = steps ? [steps.scaleOut.alarmName, steps.scaleIn.alarmName] : [];
  const names = [...new Set([...named, ...policies.flatMap(({ alarmNames }) => alarmNames)])];
  const alarms = await scaling.alarms(names);
  return { target, policies, alarms: alarms.filter((alarm) => alarm !== undefined) };
}
