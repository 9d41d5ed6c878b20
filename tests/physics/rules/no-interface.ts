import type { Rule } from '../rule.ts';
import { findNetwork } from '../stage/network.ts';
import { createService, placementOf, registerApplication } from '../stage/service.ts';
import { raiseCluster } from '../stage/stage.ts';

/** A t2.medium has three network interfaces, and one is its own. */
export const noInterface: Rule = {
  name: 'no-interface',
  title: 'A task with a network interface of its own is not started where an instance has none left.',
  scale: 120,
  run: async (account) => {
    const network = await findNetwork(account);
    await raiseCluster(account, network, [0]);
    const taskDefinition = await registerApplication(account, 'app', { networkMode: 'awsvpc' });
    const awsvpcConfiguration = { subnets: [network.subnetIds[0]], securityGroups: [network.instanceGroupId] };
    await createService(account, 'web', {
      taskDefinition,
      desiredCount: 3,
      networkConfiguration: { awsvpcConfiguration },
    });
    const { running, said } = await placementOf(account, 'web', 3);
    return {
      holds: running < 3 && said.includes('encountered error "RESOURCE:ENI"'),
      happened: `${running} of 3 tasks found a place on a t2.medium.`,
      said,
    };
  },
};
