import type { Rule } from '../rule.ts';
import { createRule, createTargetGroup, forwardTo } from '../stage/balancer.ts';
import { createInfrastructureRole } from '../stage/roles.ts';
import { createService, registerApplication, rolloutState } from '../stage/service.ts';
import { raiseStage } from '../stage/stage.ts';
import { get } from '../stage/traffic.ts';

export const ruleOverwritten: Rule = {
  name: 'rule-overwritten',
  title:
    'Where ECS shifts traffic, whoever writes the first weights of the listener rule again sends all of it to nobody.',
  scale: 120,
  run: async (account) => {
    const { network, balancer } = await raiseStage(account);
    const roleArn = await createInfrastructureRole(account);
    const alternateTargetGroupArn = await createTargetGroup(account, network, 'second');
    const asTemplated = forwardTo([balancer.targetGroupArn, 1], [alternateTargetGroupArn, 0]);
    const productionListenerRule = await createRule(account, balancer, asTemplated);
    const taskDefinition = await registerApplication(account, 'app');
    await createService(account, 'web', {
      taskDefinition,
      balancer: { ...balancer, advanced: { alternateTargetGroupArn, productionListenerRule, roleArn } },
      deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 },
    });
    const state = await rolloutState(account, 'web');
    const address = await account.address(balancer.dnsName);
    const before = await get(address, '/');
    await account.aws('elbv2', 'ModifyRule', { RuleArn: productionListenerRule, Actions: asTemplated });
    const after = await get(address, '/');
    return {
      holds: state === 'COMPLETED' && before === '200' && after === '503',
      happened: `The deployment was ${state} and requests were answered with ${before}; with the first weights, with ${after}.`,
      said: '',
    };
  },
};
