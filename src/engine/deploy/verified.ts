import { CLUSTER_OUTPUTS } from '../../model/stack-names.ts';
import { COMMIT_TAG } from '../../plan/service/service-tags.ts';
import type { Ending } from '../rollout/context.ts';
import { judgeAnswers } from '../rollout/judge-answers.ts';
import type { AskedService, ContinuityWatch } from '../verification.ts';
import type { PlannedService } from './apply-plan.ts';
import type { ServiceRun } from './context.ts';

/** Watches from before the first write whether a service that exists goes on answering, where config has `verify`. */
export async function watchService(run: ServiceRun, { live }: PlannedService): Promise<ContinuityWatch | undefined> {
  return live.service && run.verification?.watch(askedOf(run));
}

/** Lets the answers decide of what config has planned. `watch` ends with it. */
export async function verified(
  run: ServiceRun,
  planned: PlannedService,
  ending: Ending,
  watch?: ContinuityWatch,
): Promise<Ending> {
  const { verification } = run;
  const wantsTasks = wantedTasks(planned, run) > 0;
  return judgeAnswers(
    run,
    { verification, asked: askedOf(run), facts: factsOf(run, planned), wantsTasks },
    ending,
    watch,
  );
}

function askedOf({ cluster, service, outputs, signal }: ServiceRun): AskedService {
  return { cluster, service, dnsName: outputs.cluster?.[CLUSTER_OUTPUTS.loadBalancerDnsName], signal };
}

/** The commit of a revision that was there before is the one in its tags. */
function factsOf({ commit }: ServiceRun, { live, plan }: PlannedService) {
  const { images, revision } = plan.taskDefinition;
  if ('register' in revision) return { images, commit };
  const known = [live.taskDefinition, live.latestTaskDefinition].find((view) => view?.arn === revision.arn);
  return { images, commit: known?.tags[COMMIT_TAG] };
}

function wantedTasks({ live }: PlannedService, { service }: ServiceRun): number {
  return (service.scaling ? live.service?.desiredCount : undefined) ?? service.desiredCount;
}
