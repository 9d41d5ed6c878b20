import type { CreateRouteTableResult } from '../../../emulator/shapes/ec2.d.ts';
import type { Rule } from '../rule.ts';
import { launchInstance, registeredInstances } from '../stage/instances.ts';
import { findNetwork } from '../stage/network.ts';
import { CLUSTER, createService, eventsOf, registerApplication } from '../stage/service.ts';
import { raiseCluster } from '../stage/stage.ts';

export const noWayOut: Rule = {
  name: 'no-way-out',
  title: 'An instance without a public address, or without a route to the internet, never registers.',
  scale: 120,
  run: async (account) => {
    const network = await findNetwork(account);
    const { subnetIds, instanceGroupId: groupId, vpcId: VpcId } = network;
    await raiseCluster(account, network, []);
    const { RouteTable } = await account.aws<CreateRouteTableResult>('ec2', 'CreateRouteTable', { VpcId });
    const association = { RouteTableId: RouteTable?.RouteTableId, SubnetId: subnetIds[2] };
    await account.aws('ec2', 'AssociateRouteTable', association);
    await launchInstance(account, { cluster: CLUSTER, subnetId: subnetIds[0], groupId, publicAddress: false });
    await launchInstance(account, { cluster: CLUSTER, subnetId: subnetIds[2], groupId });
    await createService(account, 'web', { taskDefinition: await registerApplication(account, 'app') });
    await account.elapse(300);
    const registered = await registeredInstances(account, CLUSTER);
    const [said = ''] = await eventsOf(account, 'web', /unable to place/);
    return {
      holds: registered.length === 0 && said.includes('No Container Instances were found in your cluster.'),
      happened: `${registered.length} of 2 instances registered within five minutes.`,
      said,
    };
  },
};
