import type { Rule } from '../rule.ts';
import { targetHealth } from '../stage/balancer.ts';
import { awaitEvent, createService, registerApplication } from '../stage/service.ts';
import { raiseStage } from '../stage/stage.ts';

export const ephemeralPorts: Rule = {
  name: 'ephemeral-ports',
  title: 'Where instances do not admit the load balancer to ephemeral ports, health checks time out.',
  scale: 120,
  run: async (account) => {
    const { balancer } = await raiseStage(account, { ephemeralPorts: false });
    await createService(account, 'web', { taskDefinition: await registerApplication(account, 'app'), balancer });
    const health = await account.until('a verdict on a target', async () =>
      (await targetHealth(account, balancer)).find(({ State }) => State === 'healthy' || State === 'unhealthy'),
    );
    const timedOut = health.Reason === 'Target.Timeout';
    return {
      holds: timedOut,
      happened: `A target is ${health.State}${timedOut ? ', Target.Timeout' : ''}.`,
      said: timedOut ? await awaitEvent(account, 'web', /is unhealthy in .*Request timed out/) : '',
    };
  },
};
