import { revisionName } from '../../health/service-deployment.ts';
import { isGreen, type Outcome } from '../../model/outcome.ts';
import { type Ending, follow } from '../rollout/ending.ts';
import { rollsBack } from '../rollout/rolls-back.ts';
import { findStarted } from '../rollout/started-deployment.ts';
import { write } from '../rollout/write.ts';
import type { PlannedService } from './apply-plan.ts';
import type { ServiceRun } from './run.ts';

/**
 * Lets the answers through the load balancer decide, where the run verifies. ECS no longer rolls back what it calls successful:
 * where config has rollback on, what fails here is replaced by the revision that served before.
 */
export async function verified(run: ServiceRun, { live, plan }: PlannedService, ending: Ending): Promise<Ending> {
  if (!run.verify || !isGreen(ending.outcome.kind)) return ending;
  const answer = await run.verify(run.service, plan.taskDefinition.images);
  if (isGreen(answer.kind)) {
    const { outcome } = ending;
    return { ...ending, outcome: { ...outcome, evidence: [...outcome.evidence, answer.summary] } };
  }
  const previous = live.taskDefinition;
  const isReplaced = previous && ending.deploymentId && previous.arn !== ending.taskDefinitionArn;
  if (!isReplaced || !rollsBack(run.service)) return { ...ending, outcome: answer };
  const before = await run.readService(run.service.name);
  const updated = await write(
    `service ${run.service.name} back to ${revisionName(previous.arn)}`,
    () => run.services.update(run.cluster.name, run.service.name, { taskDefinition: previous.arn }),
    run,
  );
  const earlier = (before?.deployments ?? []).map(({ id }) => id);
  const started = await findStarted(run, updated, earlier, previous.arn);
  const back = await follow(run, started, previous.definition);
  return { ...ending, outcome: wentBack(answer, back.outcome, revisionName(previous.arn)) };
}

function wentBack(answer: Outcome, back: Outcome, previous: string): Outcome {
  if (back.kind !== 'deployed') {
    const evidence = [...answer.evidence, `Going back to ${previous}: ${back.summary}`];
    return { ...answer, kind: 'failed', evidence };
  }
  const evidence = [...answer.evidence, `Serving: ${back.summary}`];
  return { ...answer, kind: 'rolled-back', summary: `Rolled back to ${previous}: ${answer.summary}`, evidence };
}
