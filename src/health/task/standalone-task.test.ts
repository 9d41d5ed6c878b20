import { describe, expect, test } from '@jest/globals';
import { aContainer, aStoppedTask, aTask } from '../../../tests/builders/task.ts';
import { assessStandaloneTask, isPassingRefusal } from './standalone-task.ts';

describe('a task that runs to its end', () => {
  test.each([
    ['is waited for until ECS shows it', undefined, 'pending'],
    ['is waited for while it has no place', aTask({ lastStatus: 'PROVISIONING' }), 'pending'],
    ['is waited for while its containers are stopped', aTask({ lastStatus: 'STOPPING' }), 'pending'],
    [
      'ended well where the container that decides did, whatever became of the others',
      aStoppedTask({ containers: [aContainer({ exitCode: 0 }), aContainer({ name: 'nginx', exitCode: 137 })] }),
      'healthy',
    ],
    [
      'failed where another container ended well',
      aStoppedTask({ containers: [aContainer({ exitCode: 143 }), aContainer({ name: 'nginx', exitCode: 0 })] }),
      'failed',
    ],
    ['failed where it never started', aStoppedTask({ stopCode: 'TaskFailedToStart' }), 'failed'],
  ] as const)('%s', (_, task, state) => {
    expect(assessStandaloneTask(task, 'app').state).toBe(state);
  });

  test('says what ended it', () => {
    const task = aStoppedTask({ stopCode: 'EssentialContainerExited', containers: [aContainer({ exitCode: 7 })] });
    expect(assessStandaloneTask(task, 'app').message).toBe('container app exits with code 7');
  });

  test.each([
    [['RESOURCE:MEMORY'], true],
    [['AGENT'], true],
    [['MemberOf placement constraint unsatisfied.', 'RESOURCE:CPU'], true],
    [['MemberOf placement constraint unsatisfied.'], false],
    [['ATTRIBUTE'], false],
    [[], true],
  ])('refused with %j may be placed later: %s', (reasons, expected) => {
    expect(isPassingRefusal(reasons)).toBe(expected);
  });
});
