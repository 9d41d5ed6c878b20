import type { Rule } from '../rule.ts';
import { createService, eventsOf, redeploy, registerApplication, rolloutState } from '../stage/service.ts';
import { raiseStage } from '../stage/stage.ts';

const LOST = /TARGET IS NOT FOUND/;

export const sharedTargetGroup: Rule = {
  name: 'shared-target-group',
  title: "Services that share a target group break each other: a deployment of one takes the other's targets away.",
  scale: 120,
  run: async (account) => {
    const { balancer } = await raiseStage(account);
    const taskDefinition = await registerApplication(account, 'app');
    for (const name of ['one', 'two']) {
      await createService(account, name, { taskDefinition, balancer });
      await rolloutState(account, name);
    }
    await redeploy(account, 'one', { forceNewDeployment: true });
    await rolloutState(account, 'one');
    await account.elapse(30);
    const lostByOne = await eventsOf(account, 'one', LOST);
    const lostByTwo = await eventsOf(account, 'two', LOST);
    return {
      holds: lostByOne.length > 0 && lostByTwo.length > 0,
      happened: `The deployments cost the other service ${lostByOne.length} and ${lostByTwo.length} healthy tasks.`,
      said: lostByTwo[0] ?? '',
    };
  },
};
