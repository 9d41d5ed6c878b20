import type { Rule } from '../rule.ts';
import { findNetwork } from '../stage/network.ts';
import { createService, placementOf, registerApplication } from '../stage/service.ts';
import { raiseCluster } from '../stage/stage.ts';

export const staticHostPort: Rule = {
  name: 'static-host-port',
  title: 'A second task with the same static host port does not fit on an instance.',
  scale: 120,
  run: async (account) => {
    await raiseCluster(account, await findNetwork(account), [0]);
    const taskDefinition = await registerApplication(account, 'app', { hostPort: 8080 });
    await createService(account, 'web', { taskDefinition });
    const { running, said } = await placementOf(account, 'web');
    return {
      holds: running < 2 && said.includes('is already using a port required by your task'),
      happened: `${running} of 2 tasks found a place on the one instance.`,
      said,
    };
  },
};
