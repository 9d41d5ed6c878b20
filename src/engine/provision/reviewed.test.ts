import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../../tests/builders/cluster.ts';
import { aGroup, fakeInstances } from '../../../tests/fakes/instances.ts';
import { fakePorts } from '../../../tests/fakes/provision.ts';
import type { ReviewedPlans } from '../../model/reviewed.ts';
import { reviewedUnit } from '../../plan/reviewed.ts';
import type { StackResult } from './context.ts';
import { provision } from './provision.ts';

const CLUSTER = aCluster({ services: [aService(), aService({ name: 'other' })] });
const REQUEST = { cluster: CLUSTER, timeoutMs: 3_600_000 };
const COMMITS = { version: 1, commit: 'c2' } as const;

/** What a pull request showed of stacks that do not exist yet, except those of the given ids. */
async function shown(...left: readonly string[]): Promise<ReviewedPlans['units']> {
  const { results } = await provision({ ...REQUEST, mode: 'plan' }, fakePorts());
  const units = results.map(({ unit }) => unit).filter(({ id }) => !left.includes(id));
  return units.map((unit) => ({ ...reviewedUnit(unit), pull: 7 }));
}

async function apply(reviewed: ReviewedPlans) {
  const ports = fakePorts();
  const { results } = await provision({ ...REQUEST, mode: 'apply', reviewed }, ports);
  return { results, ports, kinds: results.map(({ outcome }: StackResult) => outcome.kind) };
}

describe('what was reviewed', () => {
  test('is applied, also where later stacks are planned again with what the first one says', async () => {
    const { kinds } = await apply({ ...COMMITS, units: await shown() });
    expect(kinds).toEqual(['deployed', 'deployed', 'deployed']);
  });

  test('goes on where another stack was not, which is blocked by name', async () => {
    const { kinds, results, ports } = await apply({ ...COMMITS, units: await shown('stack/sample-ecs-cluster-other') });
    expect(kinds).toEqual(['deployed', 'deployed', 'blocked']);
    expect(results[2]?.outcome.evidence).toEqual([
      'No merged pull request showed changes of stack/sample-ecs-cluster-other.',
    ]);
    expect(ports.stacks.writes.filter((write) => write.includes('other'))).toEqual([]);
  });

  test('keeps back what stands on a stack that does not exist and was not', async () => {
    const { kinds, ports } = await apply({ ...COMMITS, units: await shown('stack/sample-ecs-cluster') });
    expect(kinds).toEqual(['blocked', 'blocked', 'blocked']);
    expect(ports.stacks.writes).toEqual([]);
  });

  test('is gone on with where a run ended before it had replaced the instances', async () => {
    const ports = fakePorts();
    const first = await provision({ ...REQUEST, mode: 'apply' }, ports);
    const group = aGroup({ launchTemplateVersion: '2' });
    const stacks = first.results.flatMap(({ stack }) => stack ?? []);
    const left = fakePorts({ stacks, instances: fakeInstances(group) });
    const review = { unit: 'stack/sample-ecs-cluster', digest: 'of the update', pull: 7 };
    const apply = async (resource: string) => {
      const units = [{ ...review, changes: { [resource]: 'new' } }];
      const { results } = await provision({ ...REQUEST, mode: 'apply', reviewed: { ...COMMITS, units } }, left);
      return results[0]?.outcome.kind;
    };
    expect(await apply('LoadBalancer')).toBe('blocked');
    expect(left.instances.writes).toEqual([]);
    expect(await apply('LaunchTemplate')).toBe('deployed');
    expect(left.instances.writes).toEqual(['refresh sample-autoscaling-group']);
  });

  test('is not applied once a newer commit was', async () => {
    const { kinds, ports } = await apply({ ...COMMITS, supersededBy: 'c3', units: await shown() });
    expect(kinds[0]).toBe('superseded');
    expect(ports.stacks.writes).toEqual([]);
  });
});
