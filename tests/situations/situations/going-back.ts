import { eventually } from '../scene/eventually.ts';
import type { Scene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import type { ImageKind } from '../stage/images.ts';
import { putAlarm } from './alarms.ts';

/** Without config. */
const LIVE = { config: '' };
const HANDED_OVER = 'deployed, exit 0; old serves, 2 tasks';

/** From now on another repository says which image the service runs. */
async function handOver({ deploy }: Scene): Promise<void> {
  await deploy({
    again: true,
    edit: ({ container }) => {
      container['initialImage'] = container['image'];
      container['image'] = 'external';
    },
  });
}

async function deployImage(
  { deploy, place }: Scene,
  kind: ImageKind,
  inputs: Readonly<Record<string, string>> = {},
): Promise<void> {
  const image = place.nextImage(kind);
  await deploy({ image, inputs: { ...LIVE, images: `app=${image}`, ...inputs } });
}

/** Rollbacks that a person asks for, and deployments of images without config. */
export const goingBack: readonly Situation[] = [
  {
    name: 'an image is deployed without config',
    expected: [HANDED_OVER, 'deployed, exit 0; new serves, 2 tasks'],
    play: async (scene) => {
      await handOver(scene);
      await deployImage(scene, 'good');
    },
  },
  {
    name: 'an image that crashes is rolled back without config',
    provedBy: 'last-stop',
    expected: [HANDED_OVER, 'rolled-back, exit 1, had ECS stop: a container exits; old serves, 2 tasks'],
    play: async (scene) => {
      await handOver(scene);
      await deployImage(scene, 'crash');
    },
  },
  {
    name: 'percents that somebody has set so that nothing moves end at the deadline, since the count may change',
    expected: [HANDED_OVER, 'timed-out, exit 1, had ECS stop: the percents let nothing move; old serves, 2 tasks'],
    play: async (scene) => {
      await handOver(scene);
      const { cluster, service } = scene.place;
      const deploymentConfiguration = { minimumHealthyPercent: 100, maximumPercent: 149 };
      await scene.stage.api.ecs('UpdateService', { cluster, service, deploymentConfiguration });
      await deployImage(scene, 'good', { 'timeout-seconds': '45' });
    },
  },
  {
    name: 'an image that config owns is refused without config',
    expected: ['failed, exit 1, nothing written: config owns the image; old serves, 2 tasks'],
    play: (scene) => deployImage(scene, 'good'),
  },
  {
    name: 'a rollback goes back to the previous version',
    expected: ['deployed, exit 0; new serves, 2 tasks', 'deployed, exit 0; old serves, 2 tasks'],
    play: async ({ deploy }) => {
      await deploy();
      await deploy({ again: true, inputs: { mode: 'rollback' } });
    },
  },
  {
    name: 'a rollback goes back to a revision that is named',
    expected: [
      'deployed, exit 0; new serves, 2 tasks',
      'deployed, exit 0; new serves, 2 tasks',
      'deployed, exit 0; old serves, 2 tasks',
    ],
    play: async ({ deploy, live }) => {
      const first = (await live())?.taskDefinition ?? '';
      await deploy();
      await deploy();
      await deploy({ again: true, inputs: { ...LIVE, mode: 'rollback', revision: first } });
    },
  },
  {
    name: 'a rollback is asked for while a version rolls out',
    expected: [
      'deployed, exit 0, had ECS stop; old serves, 2 tasks',
      'rolled-back, exit 1: somebody had it rolled back; old serves, 2 tasks',
    ],
    play: async ({ deploy }) =>
      void (await deploy({
        kind: 'slow',
        meanwhile: async ({ line }) => {
          await line(/has started \d+ tasks/);
          await deploy({ again: true, inputs: { ...LIVE, mode: 'rollback' } });
        },
      })),
  },
  {
    name: 'a rollback is asked for while a version bakes, of which alone ECS tells',
    expected: [
      'deployed, exit 0, had ECS stop; old serves, 2 tasks',
      'rolled-back, exit 1: somebody had it rolled back; old serves, 2 tasks',
    ],
    play: async (scene) => {
      const { deploy, live, stage } = scene;
      const alarms = { alarmNames: [await putAlarm(scene)] };
      const isBaking = async (): Promise<boolean> => {
        const [primary, ...others] = (await live())?.deployments ?? [];
        return primary?.rolloutState === 'IN_PROGRESS' && primary.runningCount === 2 && others.length === 0;
      };
      await deploy({
        edit: ({ service }) => {
          const earlySuccessCriteria = { enable: false };
          service['deploymentConfiguration'] = { alarms, bakeTimeInMinutes: 2, earlySuccessCriteria };
        },
        meanwhile: async () => {
          await eventually(stage, 'it bakes', isBaking);
          await deploy({ again: true, inputs: { ...LIVE, mode: 'rollback' } });
        },
      });
    },
  },
];
