import { ECSClient, waitUntilServicesStable } from '@aws-sdk/client-ecs';
import type { RolloutRun } from '../../../src/engine/rollout/context.ts';
import type { FollowedRollout, FollowOptions, Watched } from '../../../src/engine/rollout/follow-rollout.ts';

/** Seconds, as the official action passes them on by default (amazon-ecs-deploy-task-definition v2.6.3). */
const MIN_DELAY = 15;
const MAX_DELAY = 600;

/**
 * Waits as most tools do, until the SDK calls the service stable, and takes that for success. It stands in
 * src/engine/rollout of a bundle that is built for comparison, and nowhere else.
 */
export async function followBySdkWaiter(
  run: RolloutRun,
  { followed, watch }: Watched,
  { withinMs, signal }: FollowOptions,
): Promise<FollowedRollout> {
  const scale = Number(process.env['ECS_GITOPS_TIME_SCALE'] || 1);
  const isStable = await waitUntilServicesStable(
    {
      client: new ECSClient({}),
      minDelay: MIN_DELAY / scale,
      maxDelay: MAX_DELAY / scale,
      maxWaitTime: Math.max(withinMs / 1000, 2 * MIN_DELAY) / scale,
      ...(signal && { abortSignal: signal }),
    },
    { cluster: run.cluster.name, services: [run.service.name] },
  ).then(
    () => true,
    () => false,
  );
  signal?.throwIfAborted();
  return {
    followed,
    watch,
    isOwn: true,
    view: await watch.observe(),
    verdict: isStable
      ? { state: 'succeeded', message: 'the service is stable' }
      : { state: 'rolling', message: 'the service did not become stable in time' },
  };
}
