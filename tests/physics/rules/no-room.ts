import type { Rule } from '../rule.ts';
import { findNetwork } from '../stage/network.ts';
import { createService, placementOf, registerApplication } from '../stage/service.ts';
import { raiseCluster } from '../stage/stage.ts';

/** A t2.medium has 2,048 CPU units, and some 3,900 MiB for tasks. */
export const noRoom: Rule = {
  name: 'no-room',
  title: 'A task that needs more CPU or memory than any instance has left is not started.',
  scale: 120,
  run: async (account) => {
    await raiseCluster(account, await findNetwork(account), [0]);
    const hungry = await registerApplication(account, 'hungry', { cpu: 1_500 });
    const large = await registerApplication(account, 'large', { memory: 2_500 });
    await createService(account, 'cpu', { taskDefinition: hungry });
    await createService(account, 'memory', { taskDefinition: large });
    const cpu = await placementOf(account, 'cpu');
    const memory = await placementOf(account, 'memory');
    return {
      holds:
        cpu.running < 2 &&
        memory.running < 2 &&
        cpu.said.includes('has insufficient CPU units available') &&
        memory.said.includes('has insufficient memory available'),
      happened: `${cpu.running} of 2 tasks of 1,500 CPU units and ${memory.running} of 2 of 2,500 MiB found a place.`,
      said: [cpu.said, memory.said].join('\n'),
    };
  },
};
