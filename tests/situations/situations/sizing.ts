import type { Situation } from '../situation.ts';
import type { ServiceFiles } from '../stage/config.ts';
import { setCount } from './meddling.ts';

const scaling =
  (minCapacity: number, maxCapacity: number) =>
  ({ service }: ServiceFiles): void => {
    const alarm = (threshold: number) => ({ threshold, evaluationPeriods: 100 });
    service['scaling'] = { minCapacity, maxCapacity, scaleOut: alarm(90), scaleIn: alarm(1) };
    delete service['desiredCount'];
  };

/** How many tasks a service has, and who says so. */
export const sizing: readonly Situation[] = [
  {
    name: 'a service that was scaled out keeps its tasks when a version lands',
    expected: ['deployed, exit 0; old serves, 2 tasks', 'deployed, exit 0; new serves, 4 tasks'],
    play: async (scene) => {
      await scene.deploy({ again: true, edit: scaling(2, 4) });
      await setCount(scene, 4);
      await scene.deploy({ edit: scaling(2, 4) });
    },
  },
  {
    name: 'other bounds of scaling leave the count alone',
    expected: ['deployed, exit 0; old serves, 2 tasks', 'deployed, exit 0; old serves, 3 tasks'],
    play: async (scene) => {
      await scene.deploy({ again: true, edit: scaling(2, 4) });
      await setCount(scene, 3);
      await scene.deploy({ again: true, edit: scaling(1, 6) });
    },
  },
  {
    name: 'a service without scaling is resized from config',
    expected: ['deployed, exit 0; old serves, 3 tasks'],
    play: async ({ deploy }) =>
      void (await deploy({
        again: true,
        edit: ({ service }) => {
          service['desiredCount'] = 3;
        },
      })),
  },
  {
    name: 'a service is resized while reads are stale, and the run ends when its tasks run',
    expected: ['deployed, exit 0', '3 tasks run'],
    play: async ({ deploy, live, note }) => {
      await deploy({
        again: true,
        unsettled: true,
        edit: ({ service }) => {
          service['desiredCount'] = 3;
        },
        faults: [{ operation: 'ecs:DescribeServices', stale: { after: 'ecs:UpdateService', seconds: 9 } }],
      });
      note(`${(await live())?.runningCount} tasks run`);
    },
  },
];
