import type { Situation } from '../situation.ts';
import { breaker, PATIENT } from './edits.ts';

const after =
  (...names: readonly string[]) =>
  ({ service }: { service: Record<string, unknown> }): void => {
    service['dependsOn'] = names;
  };

/** Several services in one run. */
export const several: readonly Situation[] = [
  {
    name: 'several services are deployed in the order of dependsOn',
    where: 'trio',
    expected: ['front deployed, back deployed, store deployed, exit 0; new serves, 2 tasks'],
    play: async ({ deploy }) =>
      void (await deploy({
        edit: after('back'),
        beside: { back: { kind: 'good', edit: after('store') }, store: { kind: 'good' } },
      })),
  },
  {
    name: 'a service that fails stops only those that depend on it',
    where: 'trio',
    expected: [
      'front blocked, back rolled-back, store deployed, exit 1, had ECS stop: what it depends on failed; old serves, 2 tasks',
    ],
    play: async ({ deploy }) =>
      void (await deploy({
        edit: after('back'),
        beside: { back: { kind: 'missing', edit: breaker(PATIENT) }, store: { kind: 'good' } },
      })),
  },
];
