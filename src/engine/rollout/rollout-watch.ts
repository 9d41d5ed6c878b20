import type { FollowedDeployment, RolloutView } from '../../health/service/service-deployment.ts';
import { tellingEvents } from '../../health/service/service-events.ts';
import type { ServiceDeploymentView, ServiceEventView, ServiceView } from '../../model/service-views.ts';
import { gatherEvidence, type RolloutEvidence } from '../diagnose/rollout-evidence.ts';
import type { RolloutRun } from './context.ts';
import { findServiceDeployment } from './service-deployment.ts';

export interface RolloutWatch {
  /** One look; tells of new events, progress and stopped tasks. */
  observe(): Promise<RolloutView>;
  readonly evidence: RolloutEvidence;
  /** undefined until ECS lists it. */
  serviceDeploymentArn(): string | undefined;
  /** The service's events since the deployment began, oldest first. */
  events(): readonly ServiceEventView[];
}

export function watchRollout(run: RolloutRun, followed: FollowedDeployment): RolloutWatch {
  const { cluster, service, progress, clock } = run;
  const since = followed.createdAt;
  const events = new Map<string, ServiceEventView>();
  const subject = { cluster: cluster.name, name: service.name, targetGroupArns: run.targetGroups };
  const evidence = gatherEvidence(subject, followed.id, run);
  let arn: string | undefined;
  let seenAt = clock.now();
  let stoppedAt: number | undefined;
  let shown = '';
  let looked = '';
  let started = 0;
  /** How often fewer of its tasks ran or started than before: ECS counts a failed one only later. */
  let lost = 0;

  const readDeployment = async (): Promise<ServiceDeploymentView | undefined> => {
    if (arn) return run.readDeployment(arn);
    const found = await findServiceDeployment(run, followed);
    arn = found?.arn;
    return found;
  };

  const tellEvents = (view: ServiceView): void => {
    const fresh = view.events.filter(({ id, at }) => at >= since && !events.has(id));
    for (const event of fresh.toReversed()) {
      events.set(event.id, event);
      progress.emit({ kind: 'service-event', service: service.name, event });
    }
  };

  const tellProgress = (view: ServiceView, deployment: ServiceDeploymentView | undefined): void => {
    const counts = view.deployments.map((each) => [each.id, each.status, each.rolloutState, countsOf(each)].join());
    const { status, lifecycleStage, productionTrafficPercent, testTrafficPercent, hooks = [] } = deployment ?? {};
    const awaited = hooks.map((hook) => `${hook.id} ${hook.status}`);
    const traffic = [productionTrafficPercent, testTrafficPercent];
    const now = [status, lifecycleStage, ...traffic, ...awaited, ...counts].join(' ');
    if (now !== shown) progress.emit({ kind: 'rollout', service: service.name, view, deployment });
    shown = now;
  };

  /** Tasks are looked at only when something points at them: it takes several calls, and a good rollout needs none. */
  const lookAtTasks = async (view: ServiceView, deployment: ServiceDeploymentView | undefined): Promise<void> => {
    const mine = view.deployments.find(({ id }) => id === followed.id);
    const failed = mine?.failedTasks ?? 0;
    const telling = tellingEvents([...events.values()], since).length;
    const count = mine ? mine.pendingCount + mine.runningCount : 0;
    if (count < started) lost += 1;
    started = count;
    const signs = [failed, telling, lost, deployment?.status.startsWith('ROLLBACK')].join();
    const isStopping = evidence.stopped().some(({ lastStatus }) => lastStatus !== 'STOPPED');
    if (failed + telling + lost > 0 && (signs !== looked || isStopping)) await evidence.look();
    looked = signs;
  };

  return {
    evidence,
    serviceDeploymentArn: () => arn,
    events: () => [...events.values()],
    observe: async () => {
      const [view, deployment] = await Promise.all([run.readService(service.name), readDeployment()]);
      if (view?.deployments.some(({ id }) => id === followed.id)) seenAt = clock.now();
      if (view) {
        tellEvents(view);
        tellProgress(view, deployment);
        await lookAtTasks(view, deployment);
      }
      if (deployment?.status === 'STOPPED') stoppedAt ??= clock.now();
      const stoppedForMs = clock.now() - (stoppedAt ?? clock.now());
      return { service: view, deployment, missingForMs: clock.now() - seenAt, stoppedForMs };
    },
  };
}

function countsOf({
  desiredCount,
  runningCount,
  pendingCount,
  failedTasks,
}: ServiceView['deployments'][number]): string {
  return [desiredCount, runningCount, pendingCount, failedTasks].join('/');
}
