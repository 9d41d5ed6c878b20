import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../../tests/builders/cluster.ts';
import { selectServices } from './selection.ts';

const CLUSTER = aCluster({ services: [aService({ name: 'app' }), aService({ name: 'worker' })] });

describe('the services that the input names', () => {
  test.each([
    ['*', ['app', 'worker']],
    ['', ['app', 'worker']],
    [' worker ', ['worker']],
    ['worker,*', ['app', 'worker']],
  ])('%j', (input, expected) => {
    expect(selectServices(CLUSTER, input)).toEqual(expected);
  });

  test.each(['typo', 'app,typo', '*,typo'])(
    '%j is refused: nothing of what was meant by it would be deployed',
    (input) => {
      expect(() => selectServices(CLUSTER, input)).toThrow('Cluster sample-ecs-cluster has no service typo.');
    },
  );
});
