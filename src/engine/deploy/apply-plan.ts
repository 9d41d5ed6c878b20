import type { FollowedDeployment } from '../../health/service/service-deployment.ts';
import { revisionName } from '../../model/arn.ts';
import type { JsonObject } from '../../model/json.ts';
import type { LiveService, ServicePlan } from '../../plan/service/service-plan.ts';
import { serviceTags } from '../../plan/service/service-tags.ts';
import { uniqueName } from '../observe/unique-name.ts';
import { findStarted } from '../rollout/started-deployment.ts';
import { write } from '../write.ts';
import type { ServiceRun } from './context.ts';
import { writeScaling } from './scaling-writes.ts';

export interface PlannedService {
  /** Its name. */
  readonly service: string;
  readonly live: LiveService;
  readonly plan: ServicePlan;
}

interface Applied {
  /** The deployment that this started; undefined where none was needed. */
  readonly started: FollowedDeployment | undefined;
  /** Sets up what needs the service to exist and to have come up; to be called once the rollout has succeeded. */
  readonly finish: () => Promise<void>;
}

/**
 * Writes what the plan says of everything but the task definition, and nothing else. Scaling that exists already is
 * brought up to date at once; for a service that has none, it waits until the first tasks are up, so that nothing
 * scales what does not run.
 */
export async function applyPlan(
  run: ServiceRun,
  { live, plan }: PlannedService,
  taskDefinitionArn: string,
): Promise<Applied> {
  const isScaled = live.scaling.target !== undefined;
  if (live.service && isScaled) await writeScaling(run, plan.scaling, live.scaling);
  const tags = { ...plan.tags, ...plan.digestsTag };
  if (live.service && Object.keys(tags).length > 0) {
    const { arn } = live.service;
    await write(`tags of service ${run.service.name}`, () => run.services.tag(arn, tags), run);
  }
  const started = await writeService(run, { live, plan }, taskDefinitionArn);
  const isDone = live.service !== undefined && isScaled;
  return {
    started,
    finish: () => (isDone ? Promise.resolve() : writeScaling(run, plan.scaling, live.scaling)),
  };
}

async function writeService(
  run: ServiceRun,
  { live, plan }: Pick<PlannedService, 'live' | 'plan'>,
  taskDefinition: string,
): Promise<FollowedDeployment | undefined> {
  const { cluster, service, services } = run;
  const planned = plan.service;
  switch (planned.kind) {
    case 'none':
      return undefined;
    case 'create': {
      const request: JsonObject = { ...planned.request, taskDefinition, clientToken: uniqueName(run.clock) };
      const created = await write(
        `service ${service.name} with ${revisionName(taskDefinition)}`,
        () => services.create(cluster.name, request, { ...serviceTags(cluster, service), ...plan.digestsTag }),
        run,
      );
      return findStarted(run, created, [], taskDefinition);
    }
    case 'update': {
      const isMoving = live.service?.taskDefinition !== taskDefinition;
      const request: JsonObject = { ...planned.request, ...(isMoving ? { taskDefinition } : {}) };
      const what = isMoving
        ? `service ${service.name} to ${revisionName(taskDefinition)}`
        : `settings of service ${service.name}`;
      const updated = await write(what, () => services.update(cluster.name, service.name, request), run);
      const earlier = (live.service?.deployments ?? []).map(({ id }) => id);
      return planned.deploys ? findStarted(run, updated, earlier, taskDefinition) : undefined;
    }
  }
}
