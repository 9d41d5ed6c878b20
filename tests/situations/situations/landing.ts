import { createServer, type Server } from 'node:net';
import { eventually } from '../scene/eventually.ts';
import type { Scene } from '../scene/scene.ts';
import type { Situation } from '../situation.ts';
import { stoppedTasks } from '../stage/api.ts';

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
  const server = createServer();
  const port = await listen(server, 0);
  await new Promise((resolve) => server.close(resolve));
  const database = createServer((socket) => socket.destroy());
  const isNew = async (): Promise<boolean> => {
    const primary = (await live())?.deployments[0]?.id;
    const tasks = await stoppedTasks(stage.api, place.cluster, place.service);
    return tasks.some(({ startedBy }) => startedBy === primary);
  };
  try {
    await deploy({
      kind: 'late',
      edit: ({ container }) => {
        container['environment'] = [{ name: 'DATABASE', value: `127.0.0.1:${port}` }];
      },
      meanwhile: async (running) => {
        await running.request('UpdateService');
        await eventually(stage, 'a task ends for want of its database', isNew);
        await listen(database, port);
      },
    });
  } finally {
    database.close();
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
