import { wordsOf } from '../botocore.ts';
import type { Rule } from '../rule.ts';
import { createBalancer, createListener } from '../stage/balancer.ts';
import { findNetwork } from '../stage/network.ts';
import { createService, registerApplication, serviceInput } from '../stage/service.ts';
import { raiseCluster } from '../stage/stage.ts';

export const listenerFirst: Rule = {
  name: 'listener-first',
  title: 'A service cannot be created before a listener forwards to its target group.',
  scale: 120,
  run: async (account) => {
    const network = await findNetwork(account);
    const balancer = await createBalancer(account, network);
    await raiseCluster(account, network, []);
    const options = { taskDefinition: await registerApplication(account, 'app'), balancer };
    const refusal = await account.refusal('ecs', 'CreateService', serviceInput('early', options));
    await createListener(account, balancer);
    await createService(account, 'late', options);
    return {
      holds: refusal?.code === 'InvalidParameterException' && refusal.message.includes('does not have an associated'),
      happened: `Without the listener it was ${refusal ? 'refused' : 'created'}, with the listener it was created.`,
      said: wordsOf(refusal),
    };
  },
};
