import { eventually } from '../scene/eventually.ts';
import type { Situation } from '../situation.ts';
import { serviceDeployments } from '../stage/api.ts';
import { breaker, PATIENT } from './edits.ts';

/** A slow version takes longer to start, so that the other deployment still rolls when the one waited for has ended. */
const OTHER_AFTER_SECONDS = 6;

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
  {
    name: 'another version is deployed over a service while it waits for another one, and config wins',
    where: 'trio',
    expected: ['front deployed, back deployed, exit 0; old serves, 2 tasks'],
    play: async ({ deploy, live, otherDeploys, stage }) =>
      void (await deploy({
        again: true,
        edit: after('back'),
        beside: { back: { kind: 'slow' } },
        meanwhile: async ({ line }) => {
          await line(/✎ service back/);
          const theirs = await otherDeploys();
          await eventually(stage, 'the other version serves', async () => {
            const [primary, ...others] = (await live())?.deployments ?? [];
            return primary?.taskDefinition === theirs && primary.rolloutState === 'COMPLETED' && others.length === 0;
          });
        },
      })),
  },
  {
    name: 'another deployment of a service begins while it waits for another one, and is waited for',
    where: 'trio',
    expected: ['front deployed, back deployed, exit 0; new serves, 2 tasks', 'the other deployment was left to end'],
    play: async ({ deploy, note, otherDeploys, stage, place }) => {
      await deploy({
        edit: after('back'),
        beside: { back: { kind: 'slow' } },
        meanwhile: async ({ line }) => {
          await line(/✎ service back/);
          await stage.pause(OTHER_AFTER_SECONDS);
          await otherDeploys('slow');
        },
      });
      const [, theirs] = await serviceDeployments(stage.api, place.cluster, place.service);
      note(theirs?.status === 'SUCCESSFUL' ? 'the other deployment was left to end' : `it ended ${theirs?.status}`);
    },
  },
];
