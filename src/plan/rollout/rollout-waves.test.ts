import { describe, expect, test } from '@jest/globals';
import { rolloutBounds } from './rollout-waves.ts';

describe('the bounds of a rolling deployment', () => {
  test.each([
    // tasks, minimum, maximum: fewest healthy, most running, rounds
    [2, 100, 200, 2, 4, 1],
    [2, 100, 150, 2, 3, 2],
    [2, 50, 100, 1, 2, 2],
    [2, 50, 200, 1, 4, 1],
    [1, 100, 200, 1, 2, 1],
    [1, 0, 100, 0, 1, 1],
    [4, 100, 125, 4, 5, 4],
    [4, 50, 100, 2, 4, 2],
    [4, 50, 150, 2, 6, 1],
    [10, 100, 130, 10, 13, 4],
    [3, 50, 150, 2, 4, 2],
    [2, 100, 400, 2, 4, 1],
    [0, 100, 200, 0, 0, 0],
  ])('of %i tasks with %i/%i are %i to %i in %i rounds', (tasks, minimum, maximum, lowest, highest, waves) => {
    const settings = {
      deploymentConfiguration: { minimumHealthyPercent: minimum, maximumPercent: maximum },
    };
    const bounds = { strategy: 'ROLLING', lowest, highest, waves };
    expect(rolloutBounds({ tasks, running: tasks }, settings)).toEqual(bounds);
  });

  test.each([
    [2, 100, 125],
    [1, 100, 100],
  ])('have no rounds where ECS can neither stop nor start: %i tasks with %i/%i', (tasks, minimum, maximum) => {
    const settings = { deploymentConfiguration: { minimumHealthyPercent: minimum, maximumPercent: maximum } };
    expect(rolloutBounds({ tasks, running: tasks }, settings)).toMatchObject({
      lowest: tasks,
      highest: tasks,
      waves: undefined,
    });
  });

  test("are ECS's own where config states none", () => {
    const bounds = { strategy: 'ROLLING', lowest: 3, highest: 6, waves: 1 };
    expect(rolloutBounds({ tasks: 3, running: 3 }, {})).toEqual(bounds);
  });

  test.each([
    // running, tasks, minimum, maximum: fewest healthy, most running, rounds
    [3, 6, 100, 200, 3, 9, 1],
    [3, 6, 50, 100, 3, 6, 2],
    [3, 1, 100, 200, 1, 3, 1],
    [3, 1, 0, 100, 0, 3, 1],
    [6, 4, 100, 150, 4, 6, 2],
    [0, 2, 100, 200, 0, 2, 1],
  ])('from %i to %i tasks with %i/%i are %i to %i in %i rounds', (running, tasks, minimum, maximum, ...expected) => {
    const settings = { deploymentConfiguration: { minimumHealthyPercent: minimum, maximumPercent: maximum } };
    const { lowest, highest, waves } = rolloutBounds({ tasks, running }, settings);
    expect([lowest, highest, waves]).toEqual(expected);
  });
});

describe.each(['BLUE_GREEN', 'LINEAR', 'CANARY'] as const)('%s', (strategy) => {
  test.each([
    [3, 3, 3, 6],
    [3, 6, 3, 12],
    [3, 1, 1, 4],
    [0, 2, 0, 2],
  ])('runs both versions in full and has no rounds, from %i to %i tasks', (running, tasks, lowest, highest) => {
    const settings = { deploymentConfiguration: { strategy, maximumPercent: 150 } };
    expect(rolloutBounds({ tasks, running }, settings)).toEqual({ strategy, lowest, highest, waves: undefined });
  });
});
