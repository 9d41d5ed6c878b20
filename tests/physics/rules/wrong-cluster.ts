import { wordsOf } from '../botocore.ts';
import type { Rule } from '../rule.ts';
import { launchInstance, registeredInstances } from '../stage/instances.ts';
import { findNetwork } from '../stage/network.ts';
import { CLUSTER } from '../stage/service.ts';
import { raiseCluster } from '../stage/stage.ts';

const MISSPELT = 'phisics';

export const wrongCluster: Rule = {
  name: 'wrong-cluster',
  title: 'An instance whose user data names a cluster that does not exist registers with none.',
  scale: 120,
  run: async (account) => {
    const network = await findNetwork(account);
    await raiseCluster(account, network, [0]);
    const [subnetId] = network.subnetIds;
    const stray = await launchInstance(account, { cluster: MISSPELT, subnetId, groupId: network.instanceGroupId });
    await account.elapse(300);
    const registered = await registeredInstances(account, CLUSTER);
    const refusal = await account.refusal('ecs', 'ListContainerInstances', { cluster: MISSPELT });
    return {
      holds: registered.length === 1 && !registered.includes(stray) && refusal?.code === 'ClusterNotFoundException',
      happened: `${registered.length} of 2 instances registered within five minutes.`,
      said: wordsOf(refusal),
    };
  },
};
