import { reserveDatabase } from '../scene/database.ts';
import { eventually } from '../scene/eventually.ts';
import type { Scene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import { stoppedTasks } from '../stage/api.ts';
import { setCount } from './meddling.ts';

const LANDED = 'deployed, exit 0; new serves, 2 tasks';

/** Deployments that succeed. */
export const landing: readonly Situation[] = [
  {
    name: 'a first deployment creates the service',
    begins: 'absent',
    expected: [LANDED],
    play: async ({ deploy }) => void (await deploy()),
  },
  {
    name: 'a new version lands',
    expected: [LANDED],
    play: async ({ deploy }) => void (await deploy()),
  },
  {
    name: 'nothing has changed, so nothing is written',
    expected: ['unchanged, exit 0, nothing written; old serves, 2 tasks'],
    play: async ({ deploy }) => void (await deploy({ again: true })),
  },
  {
    name: 'nothing has changed, but a task is missing that cannot start any more: it is red, and says why',
    expected: [LANDED, 'failed, exit 1, nothing written: a container exits'],
    play: redeployWithoutDatabase,
  },
  {
    name: 'two versions land one after the other',
    expected: [LANDED, LANDED],
    play: async ({ deploy }) => {
      await deploy();
      await deploy();
    },
  },
  {
    name: 'a slow start within the grace period lands',
    expected: [LANDED],
    play: async ({ deploy }) => void (await deploy({ kind: 'slow' })),
  },
  {
    name: 'an application that exits until its database answers lands',
    expected: [LANDED],
    play: deployWithoutDatabase,
  },
  {
    name: 'a registry that limits the rate of pulls is waited for',
    expected: [LANDED],
    play: async ({ deploy }) => void (await deploy({ kind: 'busy' })),
  },
  {
    name: 'after an early success another version lands while old tasks still drain',
    expected: ['deployed, exit 0', LANDED],
    play: async ({ deploy }) => {
      await deploy({ unsettled: true });
      await deploy();
    },
  },
  {
    name: 'old tasks are waited for where early success is off',
    expected: [LANDED],
    play: async ({ deploy }) =>
      void (await deploy({
        edit: ({ service }) => {
          service['deploymentConfiguration'] = { earlySuccessCriteria: { enable: false } };
        },
      })),
  },
  {
    name: 'tasks wait for an instance where all are full, and land when there is room',
    where: 'tight',
    expected: [LANDED],
    play: async ({ deploy }) =>
      void (await deploy({
        edit: ({ container }) => {
          container['memory'] = 900;
        },
      })),
  },
];

/** Its database begins to answer when the first task has ended for want of it. */
async function deployWithoutDatabase({ deploy, stage, place, live }: Scene): Promise<void> {
  const database = await reserveDatabase();
  const isNew = async (): Promise<boolean> => {
    const primary = (await live())?.deployments[0]?.id;
    const tasks = await stoppedTasks(stage.api, place.cluster, place.service);
    return tasks.some(({ startedBy }) => startedBy === primary);
  };
  try {
    await deploy({
      kind: 'late',
      edit: database.edit,
      meanwhile: async (running) => {
        await running.request('UpdateService');
        await eventually(stage, 'a task ends for want of its database', isNew);
        await database.open();
      },
    });
  } finally {
    await database.close();
  }
}

/** Its database goes away while one of its tasks is scaled in and out again. */
async function redeployWithoutDatabase(scene: Scene): Promise<void> {
  const { deploy, stage, live } = scene;
  const database = await reserveDatabase();
  await database.open();
  await deploy({ kind: 'late', edit: database.edit }).finally(database.close);
  await setCount(scene, 1);
  await eventually(stage, 'one task is left', async () => (await live())?.runningCount === 1);
  await setCount(scene, 2);
  await deploy({ again: true, edit: database.edit, unsettled: true });
}
