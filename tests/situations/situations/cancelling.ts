import type { Running } from '../scene/running.ts';
import type { Situation } from '../situation.ts';

/** Moments from the first call to the end of the deployment. */
const MOMENTS: readonly (readonly [when: string, moment: (running: Running) => Promise<void>])[] = [
  ['at its first call', ({ request }) => request()],
  ['while it plans', ({ line }) => line(/^▶ Plan/)],
  ['before it writes', ({ line }) => line(/^▶ Deploy/)],
  ['between two writes', ({ line }) => line(/✎ a revision of/)],
  ['right after the update', ({ line }) => line(/✎ service \S+ to/)],
  ['before a task starts', ({ line }) => line(/ECS has started no task/)],
  ['while tasks start', ({ line }) => line(/has started \d+ tasks/)],
  ['while images are pulled', ({ line }) => line(/PRIMARY 0\/2 running, 2 pending/)],
  ['when new tasks run', ({ line }) => line(/PRIMARY 2\/2 running/)],
  ['while new tasks take requests', ({ line }) => line(/registered \d+ targets/)],
];

/** A run that is cancelled leaves the old version serving, and the next run deploys. */
export const cancelling: readonly Situation[] = [
  ...MOMENTS.map(
    ([when, moment]): Situation => ({
      name: `cancelled ${when}`,
      expected: ['cancelled, exit 1; old serves, 2 tasks', 'deployed, exit 0; new serves, 2 tasks'],
      play: async ({ deploy }) => {
        await deploy({
          meanwhile: async (running) => {
            await moment(running);
            running.cancel();
          },
        });
        await deploy({ again: true });
      },
    }),
  ),
  {
    name: 'cancelled with on-cancel: leave, the deployment goes on and the next run follows it',
    expected: ['cancelled, exit 1', 'unchanged, exit 0, nothing written; new serves, 2 tasks'],
    play: async ({ deploy }) => {
      await deploy({
        inputs: { 'on-cancel': 'leave' },
        unsettled: true,
        meanwhile: async (running) => {
          await running.line(/has started \d+ tasks/);
          running.cancel();
        },
      });
      await deploy({ again: true });
    },
  },
];
