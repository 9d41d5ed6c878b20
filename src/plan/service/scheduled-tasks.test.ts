import { describe, expect, test } from '@jest/globals';
import { aService } from '../../../tests/builders/cluster.ts';
import { aLiveService, REVISION } from '../../../tests/builders/live-service.ts';
import { scheduledTarget, scheduledTaskChanges, targetsToMove } from './scheduled-tasks.ts';

const FAMILY = 'sample';
const service = (targetId?: string) =>
  aService({
    scheduledTasks: [{ rule: 'nightly', targetId }],
    taskDefinition: { ...aService().taskDefinition, family: FAMILY },
  });
const target = (targetId: string, taskDefinition = `${REVISION}:3`) => ({ rule: 'nightly', targetId, taskDefinition });

describe('the target that a scheduled task means', () => {
  test('is the only one of its rule', () => {
    expect(scheduledTarget(service(), 0, [target('a')])).toEqual(target('a'));
  });

  test('is the one that targetId names', () => {
    expect(scheduledTarget(service('b'), 0, [target('a'), target('b')])).toEqual(target('b'));
  });

  test('may take the latest revision of the family', () => {
    expect(scheduledTarget(service(), 0, [target('a', REVISION)])).toEqual(target('a', REVISION));
  });

  test.each<[string, string | undefined, Parameters<typeof scheduledTarget>[2], RegExp]>([
    ['there is no such rule', undefined, undefined, /there is no rule nightly on the default event bus/],
    ['it starts no tasks', undefined, [], /rule nightly has no target that starts ECS tasks/],
    ['it has no target of that id', 'c', [target('a')], /has no target c that starts/],
    ['there are several', undefined, [target('a'), target('b')], /with several targets: a, b/],
    [
      'it starts another family',
      undefined,
      [target('a', REVISION.replace('sample', 'other'))],
      /starts other, .* than sample/,
    ],
    [
      'it starts a family of which this is the beginning',
      undefined,
      [target('a', `${REVISION}-x:1`)],
      /another family/,
    ],
  ])('is refused where %s', (_, targetId, targets, message) => {
    expect(() => scheduledTarget(service(targetId), 0, targets)).toThrow(message);
    expect(() => scheduledTarget(service(targetId), 0, targets)).toThrow(
      expect.objectContaining({ code: 'SCHEDULED_TASK_UNSUITABLE' }),
    );
  });
});

describe('the rows of scheduled tasks', () => {
  test('say from which revision to which', () => {
    expect(scheduledTaskChanges(service(), [target('a')], { arn: `${REVISION}:4` })).toMatchObject([
      {
        action: 'modify',
        resource: 'scheduled task nightly',
        physicalId: 'a',
        properties: [
          {
            path: 'taskDefinition',
            before: { kind: 'value', text: 'sample:3' },
            after: { kind: 'value', text: 'sample:4' },
          },
        ],
      },
    ]);
  });

  test('cannot say which revision is to be registered', () => {
    const [row] = scheduledTaskChanges(service(), [target('a')], { register: {} });
    expect(row?.properties[0]?.after).toEqual({ kind: 'known-after-apply' });
  });

  test('are none where the revision is there already', () => {
    expect(scheduledTaskChanges(service(), [target('a')], { arn: `${REVISION}:3` })).toEqual([]);
    expect(targetsToMove(aLiveService().scheduledTargets, `${REVISION}:3`)).toEqual([]);
  });
});
