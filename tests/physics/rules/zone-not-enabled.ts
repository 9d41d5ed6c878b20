import type { Rule } from '../rule.ts';
import { targetHealth } from '../stage/balancer.ts';
import { createService, registerApplication } from '../stage/service.ts';
import { raiseStage } from '../stage/stage.ts';

export const zoneNotEnabled: Rule = {
  name: 'zone-not-enabled',
  title: 'A target in a zone that the load balancer lacks stays unused.',
  scale: 120,
  run: async (account) => {
    const { balancer } = await raiseStage(account, { zones: [2] });
    const taskDefinition = await registerApplication(account, 'app');
    await createService(account, 'web', { taskDefinition, desiredCount: 1, balancer });
    const health = await account.until('a verdict on the target', async () =>
      (await targetHealth(account, balancer)).find(({ State }) => State !== 'initial'),
    );
    return {
      holds: health.State === 'unused' && health.Reason === 'Target.NotInUse',
      happened: `The target is ${health.State}.`,
      said: health.Reason === undefined ? '' : `${health.Reason}: ${health.Description}`,
    };
  },
};
