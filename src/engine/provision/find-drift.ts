import { assessDriftDetection } from '../../health/stack/drift-detection.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { DriftedResourceView, StackView } from '../../model/stack-views.ts';
import { changedByHand } from '../../plan/stack/stack-drift.ts';
import { patience } from '../deadline.ts';
import { waitFor } from '../wait.ts';
import type { ProvisionRun } from './context.ts';

/** What was changed behind a stack's back; `unread` is why CloudFormation cannot say, of some resources or of all. */
export interface FoundDrift {
  readonly resources: readonly DriftedResourceView[];
  readonly unread?: string | undefined;
}

/** Asks CloudFormation to compare a stack's resources with its template, which is `desired`; this only reads. */
export async function findDrift(
  { id, name }: StackView,
  desired: Pick<StackTemplate, 'resources'>,
  run: ProvisionRun,
): Promise<FoundDrift> {
  const detection = await run.stacks.detectDrift(id);
  if ('refusal' in detection) return { resources: [], unread: detection.refusal };
  const { kind, message } = await waitFor(
    {
      subject: `stack ${name}`,
      observe: () => run.stacks.driftDetection(detection.id),
      assess: assessDriftDetection,
      everyMs: 2_000,
      ...patience(run),
    },
    run,
  );
  const resources = changedByHand(await run.stacks.driftedResources(id), desired);
  return { resources, unread: kind === 'healthy' ? undefined : message };
}
