import { z } from 'zod';
import { nameInFolder } from '../model/config-folder.ts';
import type { Deployments, DeploymentView } from '../ports/github.ts';

/** Further back is not looked: a hundred deployments are on a page. */
const MOST_PAGES = 10;

/** Tells our deployments of one folder of config from those of others. */
export function deploymentTask(folder: string): string {
  return nameInFolder('ecs-gitops', folder);
}

export interface AppliedCommits {
  /** The newest commit that was applied to every cluster that it touched. */
  readonly complete: string | undefined;
  /** The newest commit of which anything was applied. */
  readonly newest: string | undefined;
  /**
   * The first commit, as far back as was looked, of which anything was applied, and the one that the branch was at
   * before it.
   */
  readonly oldest: { readonly sha: string; readonly before: string } | undefined;
}

const PAYLOAD = z.object({ mode: z.literal('apply'), complete: z.boolean(), before: z.string().optional() });

/**
 * What our deployments of a folder say of commits that were applied, back to the last complete one. Rollbacks that a
 * person asked for and answers to a pause do not count: they are about services, whatever commit they were started at.
 */
export async function appliedCommits(
  folder: string,
  deployments: Deployments,
  viewer: string,
): Promise<AppliedCommits> {
  let pages = 0;
  let newest: string | undefined;
  let oldest: AppliedCommits['oldest'];
  for await (const page of deployments.pages(deploymentTask(folder))) {
    for (const deployment of page) {
      const payload = deployment.author === viewer ? payloadOf(deployment) : undefined;
      if (!payload) continue;
      const { id, sha } = deployment;
      newest ??= sha;
      oldest = { sha, before: payload.before ?? sha };
      if (payload.complete && (await deployments.states(id)).includes('success')) {
        return { complete: sha, newest, oldest };
      }
    }
    pages += 1;
    if (pages === MOST_PAGES) break;
  }
  return { complete: undefined, newest, oldest };
}

/** GitHub gives a payload back as it was sent, or as text. */
export function payloadValue({ payload }: DeploymentView): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

function payloadOf(deployment: DeploymentView): z.infer<typeof PAYLOAD> | undefined {
  return PAYLOAD.safeParse(payloadValue(deployment)).data;
}
