import { assessDriftDetection } from '../../health/drift-detection.ts';
import type { DriftedResourceView, StackView } from '../../model/stack-views.ts';
import { changedByHand } from '../../plan/stack-drift.ts';
import { waitFor } from '../wait.ts';
import { type ProvisionRun, patience } from './run.ts';

/** What was changed behind a stack's back; undefined where CloudFormation cannot say. */
export async function findDrift(
  { id, name }: StackView,
  run: ProvisionRun,
): Promise<readonly DriftedResourceView[] | undefined> {
  const detection = await run.stacks.detectDrift(id);
  if ('refusal' in detection) return undefined;
  const { kind } = await waitFor(
    {
      subject: `stack ${name}`,
      observe: () => run.stacks.driftDetection(detection.id),
      assess: assessDriftDetection,
      ...patience(run),
    },
    run,
  );
  return kind === 'healthy' ? changedByHand(await run.stacks.driftedResources(id)) : undefined;
}
