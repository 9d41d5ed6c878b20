import { z } from 'zod';
import type { Deployments, DeploymentView } from '../ports/github.ts';

/** Tells our deployments from those of others. */
export const DEPLOYMENT_TASK = 'ecs-gitops';

export interface AppliedCommits {
  /** The newest commit that was applied to every cluster that it touched. */
  readonly complete: string | undefined;
  /** The newest commit of which anything was applied. */
  readonly newest: string | undefined;
}

const PAYLOAD = z.object({ mode: z.literal('apply'), complete: z.boolean() });

/** What our deployments say of commits that were applied; rollbacks that a person asked for do not count. */
export async function appliedCommits(deployments: Deployments, viewer: string): Promise<AppliedCommits> {
  const all = await deployments.list(DEPLOYMENT_TASK);
  const ours = all.flatMap((deployment) => {
    const payload = deployment.author === viewer ? payloadOf(deployment) : undefined;
    return payload ? [{ ...deployment, ...payload }] : [];
  });
  const [newest] = ours;
  let complete: string | undefined;
  for (const { id, sha, complete: isComplete } of ours) {
    if (!isComplete || !(await deployments.states(id)).includes('success')) continue;
    complete = sha;
    break;
  }
  return { complete, newest: newest?.sha };
}

/** GitHub gives a payload back as it was sent, or as text. */
function payloadOf({ payload }: DeploymentView): z.infer<typeof PAYLOAD> | undefined {
  try {
    return PAYLOAD.safeParse(typeof payload === 'string' ? JSON.parse(payload) : payload).data;
  } catch {
    return undefined;
  }
}
