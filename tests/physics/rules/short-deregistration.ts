import type { Rule } from '../rule.ts';
import { createService, redeploy, registerApplication, rolloutState } from '../stage/service.ts';
import { raiseStage } from '../stage/stage.ts';
import { describeFailures, startTraffic } from '../stage/traffic.ts';

/** At this scale 1.5 s of a real process are 30 s. */
const SCALE = 20;
const REQUEST_MS = 1_500;

export const shortDeregistration: Rule = {
  name: 'short-deregistration',
  title: 'A deregistration delay that is shorter than a request cuts it off.',
  processes: true,
  scale: SCALE,
  run: async (account) => {
    const { balancer } = await raiseStage(account, { deregistrationDelaySeconds: 5 });
    await createService(account, 'web', { taskDefinition: await registerApplication(account, 'app'), balancer });
    await rolloutState(account, 'web');
    const end = startTraffic(await account.address(balancer.dnsName), REQUEST_MS);
    await redeploy(account, 'web', { forceNewDeployment: true });
    await rolloutState(account, 'web');
    const traffic = await end();
    const cut = traffic.failures['502'] ?? 0;
    return {
      holds: cut > 0,
      happened: `With 5 s to drain, of ${traffic.answers} requests of 30 s each ${describeFailures(traffic) || 'none'} failed during a deployment.`,
      said: cut > 0 ? 'HTTP 502 Bad Gateway' : '',
    };
  },
};
