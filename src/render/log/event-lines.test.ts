import { expect, test } from '@jest/globals';
import { aDeployment, aServiceDeployment, aServiceView } from '../../../tests/builders/live-service.ts';
import type { ServiceDeploymentView } from '../../model/service-views.ts';
import { eventLines } from './event-lines.ts';

const VIEW = aServiceView({ deployments: [aDeployment({ runningCount: 1, rolloutState: 'IN_PROGRESS' })] });
const COUNTS = 'sample:1 PRIMARY 1/2 running, 0 pending';
const PAUSE = {
  id: 'ecs-pause-1',
  targetType: 'PAUSE',
  status: 'AWAITING_ACTION',
  expiresAt: 60_000,
  timeoutAction: 'ROLLBACK',
};

test.each<[string, Partial<ServiceDeploymentView> | undefined, string]>([
  ['before ECS lists it', undefined, COUNTS],
  ['as it rolls', {}, `IN_PROGRESS · ${COUNTS}`],
  [
    'as its traffic shifts',
    { lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT', productionTrafficPercent: 10, testTrafficPercent: 0 },
    `IN_PROGRESS, PRODUCTION_TRAFFIC_SHIFT, 10 % of production traffic · ${COUNTS}`,
  ],
  [
    'while it waits for an answer',
    { lifecycleStage: 'POST_SCALE_UP', hooks: [PAUSE] },
    `IN_PROGRESS, POST_SCALE_UP · it waits for an answer at POST_SCALE_UP until 1970-01-01T00:01:00.000Z, after which ECS decides on ROLLBACK (hook ecs-pause-1) · ${COUNTS}`,
  ],
])('a line tells of a deployment %s', (_, deployment, expected) => {
  const seen = deployment && aServiceDeployment(deployment);
  expect(eventLines({ kind: 'rollout', service: 'web', view: VIEW, deployment: seen })).toEqual([`  web: ${expected}`]);
});
