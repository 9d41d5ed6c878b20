import { describe, expect, test } from '@jest/globals';
import { aDeployment, aServiceDeployment, aServiceView, REVISION } from '../../../tests/builders/live-service.ts';
import { aStoppedTask, aTask } from '../../../tests/builders/task.ts';
import type { ProgressEvent } from '../../model/progress-events.ts';
import { spansOf } from './spans.ts';

const NAME = 'shop';
const NEW = `${REVISION}:2`;

function rollout(status: string, taskDefinition = NEW): ProgressEvent {
  const view = aServiceView({ name: NAME, deployments: [aDeployment({ taskDefinition })] });
  return { kind: 'rollout', service: NAME, view, deployment: aServiceDeployment({ status }) };
}

function told(at: number): ProgressEvent {
  return { kind: 'service-event', service: NAME, event: { id: 'e', at, message: 'm' } };
}

const outcome: ProgressEvent = {
  kind: 'outcome',
  unit: `service/cluster/${NAME}`,
  outcome: { kind: 'deployed', summary: '', evidence: [] },
};

const old = aTask({ arn: 'arn:task/aaaaaaaaaa', taskDefinition: `${REVISION}:1`, createdAt: 1_000, startedAt: 2_000 });
const fresh = aTask({ arn: 'arn:task/bbbbbbbbbb', taskDefinition: NEW, createdAt: 12_000, startedAt: 15_000 });
const failed = aStoppedTask({
  ...fresh,
  desiredStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  stoppedAt: 18_000,
});

describe('what of a run took time', () => {
  test('are its phases, the states of the deployment and the tasks', () => {
    const spans = spansOf(
      [
        { at: 10_000, event: { kind: 'phase', title: 'Plan' } },
        { at: 11_000, event: { kind: 'phase', title: 'Deploy' } },
        { at: 12_000, event: rollout('IN_PROGRESS') },
        { at: 13_000, event: rollout('IN_PROGRESS') },
        { at: 16_000, event: { kind: 'tasks', service: NAME, tasks: [fresh] } },
        { at: 20_000, event: rollout('SUCCESSFUL') },
        { at: 21_000, event: { kind: 'tasks', service: NAME, tasks: [old, fresh] } },
        { at: 22_000, event: outcome },
      ],
      23_000,
    );
    expect(spans.map(({ section, label, startMs, endMs, mark }) => [section, label, startMs, endMs, mark])).toEqual([
      ['Run', 'Plan', 10_000, 11_000, 'done'],
      ['Run', 'Deploy', 11_000, 23_000, 'done'],
      ['Deployment of shop', 'sample:2 IN_PROGRESS', 12_000, 20_000, 'done'],
      ['Deployment of shop', 'sample:2 SUCCESSFUL', 20_000, 22_000, 'done'],
      ['Tasks of shop', 'task aaaaaaaa of sample:1 starts', 1_000, 2_000, 'done'],
      ['Tasks of shop', 'task aaaaaaaa of sample:1 runs', 2_000, 23_000, 'going-on'],
      ['Tasks of shop', 'task bbbbbbbb of sample:2 starts', 12_000, 15_000, 'done'],
      ['Tasks of shop', 'task bbbbbbbb of sample:2 runs', 15_000, 23_000, 'going-on'],
    ]);
  });

  test('are the stages of a shift with their share of the traffic, and the wait for an answer', () => {
    const pause = { id: 'h', targetType: 'PAUSE', status: 'AWAITING_ACTION', expiresAt: 1, timeoutAction: 'ROLLBACK' };
    const stage = (lifecycleStage: string, productionTrafficPercent: number, hooks = [] as (typeof pause)[]) => ({
      ...rollout('IN_PROGRESS'),
      deployment: aServiceDeployment({ lifecycleStage, productionTrafficPercent, hooks }),
    });
    const spans = spansOf(
      [
        { at: 1_000, event: stage('POST_SCALE_UP', 0, [pause]) },
        { at: 2_000, event: stage('POST_SCALE_UP', 0) },
        { at: 3_000, event: stage('PRODUCTION_TRAFFIC_SHIFT', 10) },
        { at: 4_000, event: stage('PRODUCTION_TRAFFIC_SHIFT', 100) },
      ],
      5_000,
    );
    expect(spans.map(({ label }) => label)).toEqual([
      'sample:2 IN_PROGRESS POST_SCALE_UP 0 percent waits for an answer',
      'sample:2 IN_PROGRESS POST_SCALE_UP 0 percent',
      'sample:2 IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT 10 percent',
      'sample:2 IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT 100 percent',
    ]);
  });

  test('is marked where it failed', () => {
    const unstarted = aStoppedTask({
      arn: 'arn:task/cccccccccc',
      createdAt: 13_000,
      startedAt: undefined,
      stoppedAt: 14_000,
    });
    const spans = spansOf(
      [
        { at: 19_000, event: rollout('ROLLBACK_IN_PROGRESS', `${REVISION}:1`) },
        { at: 19_000, event: { kind: 'tasks', service: NAME, tasks: [failed, unstarted] } },
      ],
      20_000,
    );
    expect(spans.filter(({ mark }) => mark === 'failed').map(({ label, endMs }) => [label, endMs])).toEqual([
      ['sample:1 ROLLBACK_IN_PROGRESS', 20_000],
      ['task bbbbbbbb of sample:2 runs', 18_000],
      ['task cccccccc of sample:2 starts', 14_000],
    ]);
  });

  test('shows a task before the deployment as done or failed, as it ended', () => {
    const ended = (isWell: boolean): readonly string[] => {
      const task = aStoppedTask({ createdAt: 1_000, startedAt: 2_000, stoppedAt: 3_000 });
      const event = { kind: 'task-ended', service: NAME, task, isWell, message: 'over' } as const;
      return spansOf([{ at: 3_000, event }], 4_000).map(({ mark, startMs, endMs }) => `${mark} ${startMs} ${endMs}`);
    };
    expect(ended(true)).toEqual(['done 1000 2000', 'done 2000 3000']);
    expect(ended(false)).toEqual(['done 1000 2000', 'failed 2000 3000']);
  });

  test("is nothing where nothing rolled: a plan's phases tell nothing", () => {
    expect(spansOf([{ at: 1, event: { kind: 'phase', title: 'Plan' } }], 2)).toEqual([]);
  });

  test("is on AWS's clock where an emulator's began elsewhere, and on the one that both share otherwise", () => {
    const start = (lag: number): number | undefined =>
      spansOf(
        [
          { at: 500_000, event: told(500_000 - lag) },
          { at: 500_000, event: rollout('IN_PROGRESS') },
        ],
        600_000,
      )[0]?.startMs;
    expect(start(2_000)).toBe(500_000);
    expect(start(300_000)).toBe(200_000);
  });
});
