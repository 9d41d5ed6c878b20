import { describe, expect, test } from '@jest/globals';
import { aDeployment, aServiceDeployment, aServiceView, REVISION } from '../../../tests/builders/live-service.ts';
import type { ServiceDeploymentView, ServiceView } from '../../model/service-views.ts';
import { assessRollout, type FollowedDeployment, type RolloutVerdict } from './service-deployment.ts';

const OLD = 'ecs-svc/1';
const MINE = 'ecs-svc/2';
const THEIRS = 'ecs-svc/3';
const FOLLOWED: FollowedDeployment = { id: MINE, taskDefinition: `${REVISION}:2`, createdAt: 1_000, earlier: [OLD] };

const old = aDeployment({ id: OLD, status: 'ACTIVE' });
const oldServes = aDeployment({ id: OLD });
const mine = aDeployment({ id: MINE, taskDefinition: `${REVISION}:2`, rolloutState: 'IN_PROGRESS', runningCount: 1 });
const failed = { ...mine, rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start.' };

function service(overrides: Partial<ServiceView> = {}): ServiceView {
  return aServiceView({ taskDefinition: `${REVISION}:2`, deployments: [mine, old], runningCount: 3, ...overrides });
}

function at(status: string, overrides: Partial<ServiceDeploymentView> = {}): ServiceDeploymentView {
  return aServiceDeployment({ status, ...overrides });
}

const PAUSE = {
  id: 'ecs-pause-1',
  targetType: 'PAUSE',
  status: 'AWAITING_ACTION',
  expiresAt: 60_000,
  timeoutAction: 'ROLLBACK',
};

function failureEvent(time: number) {
  return { id: 'e', at: time, message: `(service s) (deployment ${MINE}) deployment failed: tasks failed to start.` };
}

type Row = [
  string,
  ServiceView | undefined,
  ServiceDeploymentView | undefined,
  RolloutVerdict['state'],
  RegExp,
  number?,
];

const ROWS: readonly Row[] = [
  [
    'in progress',
    service(),
    at('IN_PROGRESS'),
    'rolling',
    /^1 of 2 tasks of sample:2 running, 2 old ones still running$/,
  ],
  [
    'shifting traffic',
    service(),
    at('IN_PROGRESS', {
      lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT',
      productionTrafficPercent: 20,
      testTrafficPercent: 100,
    }),
    'rolling',
    /, PRODUCTION_TRAFFIC_SHIFT, 20 % of production traffic, 100 % of test traffic$/,
  ],
  [
    'waiting for an answer',
    service(),
    at('IN_PROGRESS', { lifecycleStage: 'POST_SCALE_UP', hooks: [PAUSE] }),
    'paused',
    /^it waits for an answer at POST_SCALE_UP until 1970-01-01T00:01:00.000Z, after which ECS decides on ROLLBACK$/,
  ],
  [
    'going on after an answer',
    service(),
    at('IN_PROGRESS', { lifecycleStage: 'SCALE_UP', hooks: [{ ...PAUSE, status: 'SUCCEEDED' }] }),
    'rolling',
    /SCALE_UP$/,
  ],
  [
    'rolled back while it waited',
    service({ deployments: [oldServes] }),
    at('ROLLBACK_SUCCESSFUL', { hooks: [{ ...PAUSE, status: 'TIMED_OUT' }] }),
    'rolled-back',
    /somebody asked/,
  ],
  [
    'pending',
    service({ deployments: [{ ...mine, desiredCount: 0 }, old] }),
    at('PENDING'),
    'rolling',
    /no task of sample:2 yet/,
  ],
  [
    'scaled while it rolls',
    service({ deployments: [{ ...mine, desiredCount: 4 }, old] }),
    at('IN_PROGRESS'),
    'rolling',
    /1 of 4/,
  ],
  ['in a traffic shift', service(), at('IN_PROGRESS', { lifecycleStage: 'BAKE_TIME' }), 'rolling', /BAKE_TIME$/],
  ['successful', service({ deployments: [mine] }), at('SUCCESSFUL'), 'succeeded', /sample:2 serves/],
  [
    'successful, but DescribeServices is behind',
    service({ deployments: [oldServes] }),
    at('SUCCESSFUL'),
    'rolling',
    /waiting until ECS shows this deployment/,
  ],
  [
    'stopped by the circuit breaker, going back',
    service({ deployments: [oldServes, failed] }),
    at('ROLLBACK_IN_PROGRESS', { circuitBreaker: breaker() }),
    'rolling-back',
    /gave up after 3 failed tasks/,
  ],
  [
    'rolled back by the circuit breaker',
    service({ deployments: [oldServes] }),
    at('ROLLBACK_SUCCESSFUL', { circuitBreaker: breaker() }),
    'rolled-back',
    /circuit breaker gave up/,
  ],
  [
    'rolled back by an alarm',
    service({ deployments: [oldServes] }),
    at('ROLLBACK_SUCCESSFUL', { triggeredAlarms: ['5xx'] }),
    'rolled-back',
    /alarm 5xx went off/,
  ],
  [
    'rolled back by a person',
    service({ deployments: [oldServes] }),
    at('ROLLBACK_SUCCESSFUL'),
    'rolled-back',
    /somebody asked/,
  ],
  ['asked to roll back', service(), at('ROLLBACK_REQUESTED'), 'rolling-back', /rolling back/],
  ['asked to stop', service(), at('STOP_REQUESTED'), 'rolling-back', /asked ECS to stop/],
  [
    'rolled back, while DescribeServices still shows it as PRIMARY',
    service(),
    at('ROLLBACK_SUCCESSFUL'),
    'rolled-back',
    /./,
  ],
  [
    'failed with nothing to go back to',
    service({ deployments: [failed] }),
    at('ROLLBACK_FAILED', { statusReason: 'No rollback candidate was found to run the rollback.' }),
    'failed',
    /the rollback failed: No rollback candidate/,
  ],
  [
    'failed, where rollback is off',
    service({ deployments: [failed, old] }),
    at('STOPPED', { statusReason: 'breaker' }),
    'failed',
    /rolled nothing back: breaker/,
  ],
  [
    'failed, and ECS has not said yet what it does about it',
    service({ deployments: [failed] }),
    at('IN_PROGRESS'),
    'rolling',
    /./,
  ],
  [
    'stopped, since a later deployment took over',
    taken(3),
    at('STOPPED'),
    'superseded',
    /ecs-svc\/3 of sample:3 took over/,
  ],
  ['taken over while it rolls', taken(3), at('IN_PROGRESS'), 'superseded', /somebody else's/],
  ['taken over after it succeeded', taken(3), at('SUCCESSFUL'), 'superseded', /somebody else's/],
  ['taken over by the same task definition', taken(2), at('STOPPED'), 'redeployed-by-others', /ecs-svc\/3/],
  ['deleted', undefined, at('IN_PROGRESS'), 'service-deleted', /deleted/, 10_000],
  ['not visible right after its creation', undefined, undefined, 'rolling', /does not show the service yet/, 2_000],
  ['draining', service({ status: 'DRAINING' }), at('IN_PROGRESS'), 'service-deleted', /DRAINING/],
  ['listed only, in progress', service(), undefined, 'rolling', /1 of 2/],
  [
    'listed only, completed',
    service({ deployments: [{ ...mine, rolloutState: 'COMPLETED', runningCount: 2 }] }),
    undefined,
    'succeeded',
    /serves/,
  ],
  [
    'listed only, completed with a task short',
    service({ deployments: [{ ...mine, rolloutState: 'COMPLETED' }] }),
    undefined,
    'rolling',
    /1 of 2/,
  ],
  [
    'listed only, failed without a way back',
    service({ deployments: [failed] }),
    undefined,
    'failed',
    /tasks failed to start/,
  ],
  [
    'listed only, failed and going back',
    service({
      deployments: [
        { ...oldServes, rolloutState: 'IN_PROGRESS' },
        { ...failed, status: 'ACTIVE' },
      ],
    }),
    undefined,
    'rolling-back',
    /tasks failed to start/,
  ],
  [
    'listed only, failed and gone back',
    service({ deployments: [oldServes, { ...failed, status: 'ACTIVE' }] }),
    undefined,
    'rolled-back',
    /tasks failed to start/,
  ],
  [
    'dropped from the list after it failed',
    service({ deployments: [oldServes], events: [failureEvent(2_000)] }),
    undefined,
    'rolled-back',
    /deployment failed/,
  ],
  [
    'not in the list yet',
    service({ deployments: [oldServes] }),
    undefined,
    'rolling',
    /does not list the deployment yet/,
    5_000,
  ],
  [
    'not in the list, with the failure of an earlier time',
    service({ deployments: [oldServes], events: [failureEvent(1)] }),
    undefined,
    'rolling',
    /yet/,
    5_000,
  ],
  ['vanished without a word', service({ deployments: [oldServes] }), undefined, 'failed', /no longer lists/, 60_000],
];

describe('the verdict on a deployment', () => {
  test.each(ROWS)('%s', (_, view, deployment, state, message, missingForMs = 0) => {
    const verdict = assessRollout({ service: view, deployment, missingForMs, stoppedForMs: 0 }, FOLLOWED);
    expect(verdict).toMatchObject({ state, message: expect.stringMatching(message) });
  });

  test.each<[number, RolloutVerdict['state']]>([
    [9_999, 'rolling'],
    [10_000, 'failed'],
  ])('stopped for %i ms while DescribeServices shows nothing that took over', (stoppedForMs, state) => {
    const view = { service: service(), deployment: at('STOPPED'), missingForMs: 0, stoppedForMs };
    expect(assessRollout(view, FOLLOWED).state).toBe(state);
  });
});

function taken(revision: number): ServiceView {
  const theirs = aDeployment({ id: THEIRS, taskDefinition: `${REVISION}:${revision}`, rolloutState: 'IN_PROGRESS' });
  return service({ deployments: [theirs, { ...mine, status: 'ACTIVE' }, old] });
}

function breaker() {
  return { status: 'TRIGGERED', failureCount: 3, threshold: 3 };
}
