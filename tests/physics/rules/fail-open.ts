import type { Rule } from '../rule.ts';
import { targetHealth } from '../stage/balancer.ts';
import { createService, registerApplication } from '../stage/service.ts';
import { raiseStage } from '../stage/stage.ts';
import { get } from '../stage/traffic.ts';

export const failOpen: Rule = {
  name: 'fail-open',
  title: 'While no target is healthy, requests go to all of them.',
  scale: 120,
  run: async (account) => {
    const { balancer } = await raiseStage(account);
    // The application answers 200, which this health check does not take for healthy.
    const matcher = { TargetGroupArn: balancer.targetGroupArn, Matcher: { HttpCode: '204' } };
    await account.aws('elbv2', 'ModifyTargetGroup', matcher);
    const taskDefinition = await registerApplication(account, 'app');
    await createService(account, 'web', { taskDefinition, balancer, healthCheckGracePeriodSeconds: 3_600 });
    const [unhealthy] = await account.until('two unhealthy targets', async () => {
      const targets = await targetHealth(account, balancer);
      return targets.length === 2 && targets.every(({ State }) => State === 'unhealthy') ? targets : undefined;
    });
    const answer = await get(await account.address(balancer.dnsName), '/');
    return {
      holds: answer === '200',
      happened: `Both targets are unhealthy; a request was answered with ${answer}.`,
      said: `${unhealthy?.Reason}: ${unhealthy?.Description}`,
    };
  },
};
