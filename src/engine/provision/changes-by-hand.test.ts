import { describe, expect, test } from '@jest/globals';
import { aCluster } from '../../../tests/builders/cluster.ts';
import { aDetail, aResourceChange, aStack, aTemplate } from '../../../tests/builders/stack.ts';
import { fakePorts, type ProvisionScript } from '../../../tests/fakes/provision.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import { type ComparedStack, compareStack } from './compare-stack.ts';

const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const NO_CHANGES = "The submitted information didn't contain changes.";

interface Compared extends ComparedStack {
  readonly writes: readonly string[];
  readonly modes: readonly (boolean | undefined)[];
}

/** A rule that forwards to so many target groups. */
const ruleTo = (...groups: readonly string[]) => ({
  Group: { Type: RULE, Properties: { Actions: [{ ForwardConfig: { TargetGroups: groups } }] } },
});
const SHIFTED = aTemplate({ resources: ruleTo('blue', 'green') });

/** A stack with the template that config gives, in a plan. */
async function compared(script: ProvisionScript, template: Partial<StackTemplate> = {}): Promise<Compared> {
  const ports = fakePorts({ stacks: [aStack()], ...script });
  const deadline = ports.clock.now() + 600_000;
  const run = { ...ports, cluster: aCluster(), mode: 'plan', deadline, signal: undefined } as const;
  const found = await compareStack(aTemplate(template), run);
  const modes = ports.stacks.requests.map(({ revertDrift }) => revertDrift);
  return { ...found, writes: ports.stacks.writes, modes };
}

const edited = (path: string, type = GROUP) => ({
  web: [{ logicalId: 'Group', type, status: 'MODIFIED', differences: [aDetail(path)] }],
});
const changes = [aResourceChange({ details: [aDetail('Matcher')] })];

describe('a stack whose template is right', () => {
  test('needs no change set where its resources are too', async () => {
    const { comparison, writes } = await compared({});
    expect([comparison.kind, writes]).toEqual(['same', []]);
  });

  test('is compared with what is live where somebody changed it, and nothing stays of a plan', async () => {
    const { comparison, modes, writes } = await compared({
      drifted: edited('Matcher'),
      changeSet: () => ({ changes }),
    });
    expect(comparison.kind).toBe('change-set');
    expect(modes).toEqual([true]);
    expect(writes).toEqual(['create UPDATE change set web', 'delete change set web']);
  });

  test('is right where ECS has shifted the traffic of a rule', async () => {
    const drifted = edited('Actions/0/ForwardConfig/TargetGroups/1/Weight', RULE);
    const { comparison, writes } = await compared({ drifted }, SHIFTED);
    expect([comparison.kind, writes]).toEqual(['same', []]);
  });

  test('is not where somebody changed the weight of a rule whose traffic ECS does not shift', async () => {
    const details = [aDetail('Actions/0/ForwardConfig/TargetGroups/0/Weight')];
    const changeSet = () => ({ changes: [aResourceChange({ type: RULE, details })] });
    const drifted = edited('Actions/0/ForwardConfig/TargetGroups/0/Weight', RULE);
    const { comparison } = await compared({ drifted, changeSet }, { resources: ruleTo('blue') });
    expect(comparison.kind).toBe('change-set');
  });

  test('is right where of its rules only the weights would change, which stay as they are', async () => {
    const weights = aResourceChange({
      type: RULE,
      details: [aDetail('Actions/0/ForwardConfig/TargetGroups/1/Weight')],
    });
    const detection = { refusal: 'another detection is under way' };
    const { comparison, writes } = await compared({ detection, changeSet: () => ({ changes: [weights] }) }, SHIFTED);
    expect(comparison.kind).toBe('same');
    expect(writes.at(-1)).toBe('delete change set web');
  });

  test.each([
    ['refused', { refusal: 'not authorized' }],
    ['failed', { status: 'DETECTION_FAILED' }],
  ])('is asked for by a change set where its detection is %s', async (_case, detection) => {
    const { comparison, modes, notes } = await compared({
      detection,
      changeSet: () => ({ status: 'FAILED', statusReason: NO_CHANGES }),
    });
    expect([comparison.kind, modes]).toEqual(['same', [true]]);
    expect(notes).toEqual([expect.stringMatching(/^CloudFormation could not look for all changes by hand: /)]);
  });
});

describe('where CloudFormation cannot compare with what is live', () => {
  const noDrift = 'DeploymentMode is not supported in this region';

  test('a plan compares templates, and says so', async () => {
    const { comparison, notes, modes } = await compared(
      { noDrift, changeSet: () => ({ changes }) },
      { digest: 'digest-2' },
    );
    expect([comparison.kind, modes]).toEqual(['change-set', [true, false]]);
    expect(notes).toEqual([
      `Changes by hand are not in this plan, since CloudFormation could not look for them: ${noDrift}`,
    ]);
  });

  test('what was found to be changed by hand is named', async () => {
    const { notes } = await compared({
      noDrift,
      drifted: edited('Matcher'),
      changeSet: () => ({ status: 'FAILED', statusReason: NO_CHANGES }),
    });
    expect(notes[0]).toBe(
      `Changed by hand, and not reverted: Group. CloudFormation could not compare with what is live: ${noDrift}`,
    );
  });

  test('for want of permissions, the same is said with its reason', async () => {
    const statusReason = 'User is not authorized to perform: elasticloadbalancing:DescribeTags';
    const { comparison, notes, writes } = await compared(
      { changeSet: ({ revertDrift }) => (revertDrift ? { status: 'FAILED', statusReason } : { changes }) },
      { digest: 'digest-2' },
    );
    expect([comparison.kind, writes.filter((write) => write.startsWith('delete'))]).toEqual([
      'change-set',
      ['delete change set web', 'delete change set web'],
    ]);
    expect(notes[0]).toContain(statusReason);
  });
});

describe('change sets that earlier runs left', () => {
  test('go where their runs have ended, and stay where they may be under way', async () => {
    const later = (Date.UTC(2026, 0, 1) + 60_000).toString(36);
    const { writes } = await compared({ leftovers: ['ecs-gitops-killed', `ecs-gitops-${later}-x`] });
    expect(writes).toEqual(['delete change set ecs-gitops-killed']);
  });
});
