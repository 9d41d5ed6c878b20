import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful } from '../reading/reading.ts';
import { shiftsTraffic } from '../schema/deployment-configuration-file.ts';
import { applyRules, type Rule } from './rule.ts';

interface ShiftDraft {
  readonly strategy: string;
  readonly shifts: boolean;
  readonly hasLoadBalancers: boolean;
  readonly hasServiceConnect: boolean;
  readonly stated: (key: string) => boolean;
}

const PATH = 'deploymentConfiguration';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment-implementation.html */
const RULES: readonly Rule<ShiftDraft>[] = [
  ({ strategy, hasLoadBalancers, hasServiceConnect }) =>
    ['LINEAR', 'CANARY'].includes(strategy) &&
    !hasLoadBalancers &&
    !hasServiceConnect && [
      [PATH, 'strategy'],
      `"strategy: ${strategy}" shifts the traffic of a load balancer, and this service has none.`,
      'Add "loadBalancers:", or write "strategy: ROLLING".',
    ],
  ...(['LINEAR', 'CANARY'] as const).map(
    (owner): Rule<ShiftDraft> =>
      ({ strategy, stated }) => {
        const key = `${owner.toLowerCase()}Configuration`;
        return (
          strategy !== owner &&
          stated(`${PATH}/${key}`) && [
            [PATH, key],
            `${key} cannot be used with "strategy: ${strategy}".`,
            `Write "strategy: ${owner}", or remove it.`,
          ]
        );
      },
  ),
  ({ shifts, stated }) =>
    !shifts &&
    stated(`${PATH}/lifecycleHooks`) && [
      [PATH, 'lifecycleHooks'],
      'A rolling deployment has no stages for lifecycle hooks.',
      'Choose a strategy that shifts traffic, like BLUE_GREEN, or remove them.',
    ],
];

interface EntryDraft {
  readonly shifts: boolean;
  readonly alternate: boolean;
  readonly rules: number;
  readonly hasTestRule: boolean;
}

const ENTRY_RULES: readonly Rule<EntryDraft>[] = [
  ({ shifts, alternate }) =>
    shifts &&
    !alternate && [
      ['alternateTargetGroup'],
      'A strategy that shifts traffic needs the alternate target group.',
      'Remove this key, or write "strategy: ROLLING".',
    ],
  ({ alternate, rules }) =>
    alternate &&
    rules > 1 && [
      ['rules', 1],
      'ECS shifts the traffic of one rule for each pair of target groups.',
      'Put the conditions into one rule, or give this one an entry of loadBalancers of its own.',
    ],
  ({ alternate, hasTestRule }) =>
    hasTestRule &&
    !alternate && [
      ['testListenerRule'],
      'There is no test traffic without an alternate target group.',
      'Remove it, or choose a strategy that shifts traffic.',
    ],
];

/** What ECS needs in order to shift traffic from one target group to another, and what means nothing without that. */
export function checkTrafficShift({ file, service }: ServiceDraft): readonly ConfigIssue[] {
  const { deploymentConfiguration, loadBalancers } = file.value;
  if (isDoubtful(file, [PATH, 'strategy'])) return [];
  const stated = (key: string): boolean => key in file.values;
  const shifts = shiftsTraffic(deploymentConfiguration);
  const draft = {
    strategy: deploymentConfiguration.strategy,
    shifts,
    hasLoadBalancers: loadBalancers.length > 0,
    hasServiceConnect: stated('serviceConnectConfiguration'),
    stated,
  };
  return [
    ...applyRules(RULES, draft, file, []),
    ...service.loadBalancers.flatMap(({ alternate = false, rules, testListenerRule }, index) => {
      const path = ['loadBalancers', index];
      const entry = {
        shifts,
        alternate,
        rules: rules.length,
        hasTestRule: testListenerRule !== undefined,
      };
      return applyRules(ENTRY_RULES, entry, file, path);
    }),
  ];
}
