import type { Situation } from '../situation.ts';

/** Tasks that have network interfaces of their own, which are fewer than what an instance has of other things. */
export const apart: readonly Situation[] = [
  {
    name: 'a version lands in tasks that have network interfaces of their own',
    where: 'apart',
    expected: ['deployed, exit 0; new serves, 2 tasks'],
    play: async ({ deploy }) => void (await deploy()),
  },
  {
    name: 'more tasks than the instances have network interfaces for wait, which is told',
    where: 'apart',
    begins: 'absent',
    expected: ['timed-out, exit 1, had ECS stop: no network interface is left'],
    play: async ({ deploy }) =>
      void (await deploy({
        unsettled: true,
        inputs: { 'timeout-seconds': '60' },
        edit: ({ service }) => {
          service['launchType'] = 'EC2';
          service['desiredCount'] = 5;
        },
      })),
  },
];
