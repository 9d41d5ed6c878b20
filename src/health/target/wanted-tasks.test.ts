import { expect, test } from '@jest/globals';
import { aServiceView, REVISION } from '../../../tests/builders/live-service.ts';
import { aTask } from '../../../tests/builders/task.ts';
import type { ServiceView, TargetView, TaskView } from '../../model/service-views.ts';
import { assessWanted } from './wanted-tasks.ts';

const service = aServiceView({ taskDefinition: `${REVISION}:2` });
const RUNNING = aTask();
const STARTING = aTask({ lastStatus: 'PENDING' });
const OLD = aTask({ taskDefinition: `${REVISION}:1` });
const HEALTHY: TargetView = { id: 'i-1', port: 32768, state: 'healthy', reason: undefined, description: undefined };
const INITIAL: TargetView = { ...HEALTHY, state: 'initial' };

test.each<[string, readonly TaskView[], TargetView | undefined, string, string]>([
  ['all run', [RUNNING, RUNNING], undefined, 'healthy', '2 of 2 tasks of sample:2 are running'],
  ['one of them starts', [RUNNING, STARTING], undefined, 'pending', '1 of 2 tasks of sample:2 are running'],
  ['one of them is of before', [RUNNING, OLD], undefined, 'pending', '1 of 2 tasks of sample:2 are running'],
  [
    'all are healthy targets',
    [RUNNING, RUNNING],
    HEALTHY,
    'healthy',
    '2 of 2 running tasks of sample:2 are healthy targets',
  ],
  [
    'they are no healthy targets',
    [RUNNING, RUNNING],
    INITIAL,
    'pending',
    '0 of 2 running tasks of sample:2 are healthy targets',
  ],
  ['too few are healthy targets', [RUNNING], HEALTHY, 'pending', '1 of 2 tasks of sample:2 are running'],
])('of the tasks that are wanted, %s', (_, tasks, target, state, message) => {
  const view = { service, tasks, targets: target ? [target] : [] };
  expect(assessWanted(view, { count: 2, hasTargets: target !== undefined })).toEqual({ state, message });
});

test.each<[string, ServiceView | undefined, string]>([
  ['no tasks', service, 'healthy'],
  ['tasks of a service that is not there', undefined, 'failed'],
])('%s are wanted', (_, view, state) => {
  expect(assessWanted({ service: view, tasks: [], targets: [] }, { count: 0, hasTargets: true }).state).toBe(state);
});
