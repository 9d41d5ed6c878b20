import { AwsError } from '../../core/errors.ts';
import { type Host, hostAt } from '../../core/network.ts';
import type { CallContext, Operation, Service, World } from '../../core/world.ts';
import { availabilityZoneOperations } from './availability-zones.ts';
import { addDefaultVpc, defaultVpcOperations } from './default-vpc.ts';
import { unserved } from './errors.ts';
import { admits } from './firewall.ts';
import { imageOperations } from './images.ts';
import { instanceAttributeOperations } from './instance-attributes.ts';
import { isAlive } from './instance-states.ts';
import { instanceTypeOperations } from './instance-types.ts';
import { instanceOperations } from './instances.ts';
import { internetGatewayOperations } from './internet-gateways.ts';
import { launchTemplateDataOperations } from './launch-template-data.ts';
import { launchTemplateVersionOperations } from './launch-template-versions.ts';
import { launchTemplateOperations } from './launch-templates.ts';
import { interfaceAttachmentOperations, releaseInterfaces } from './network-interface-attachments.ts';
import { shownInterfaces } from './network-interface-views.ts';
import { networkInterfaceOperations } from './network-interfaces.ts';
import { routeTableOperations } from './route-tables.ts';
import { routeOperations } from './routes.ts';
import { runInstancesOperations } from './run-instances.ts';
import { securityGroupRuleOperations } from './security-group-rules.ts';
import { securityGroupOperations } from './security-groups.ts';
import type { Ec2, Instance } from './state.ts';
import { subnetOperations } from './subnets.ts';
import { tagOperations } from './tags.ts';
import { vpcOperations } from './vpcs.ts';
import { vpnGatewayOperations } from './vpn-gateways.ts';
import { zonesOf } from './zones.ts';

/** EC2 of one account in one region, which starts with its default VPC, and the firewall that its groups make. */
export function createService(world: World): Service {
  const ec2: Ec2 = {
    world,
    zones: zonesOf(world.region),
    vpcs: new Map(),
    subnets: new Map(),
    gateways: new Map(),
    routeTables: new Map(),
    groups: new Map(),
    templates: new Map(),
    instances: new Map(),
    interfaces: new Map(),
    tags: new Map(),
  };
  addDefaultVpc(ec2);
  world.network.setFirewall((fromGroupIds, host, port) => firewall(ec2, fromGroupIds, host, port));
  world.on('instance-state', ({ instanceId, state }) => {
    if (state === 'terminated') releaseInterfaces(ec2, instanceId);
  });
  const operations: Record<string, Operation> = {
    ...availabilityZoneOperations(ec2),
    ...defaultVpcOperations(ec2),
    ...imageOperations(ec2),
    ...instanceAttributeOperations(ec2),
    ...instanceOperations(ec2),
    ...instanceTypeOperations(ec2),
    ...interfaceAttachmentOperations(ec2),
    ...internetGatewayOperations(ec2),
    ...launchTemplateDataOperations(ec2),
    ...launchTemplateOperations(ec2),
    ...launchTemplateVersionOperations(ec2),
    ...networkInterfaceOperations(ec2),
    ...routeOperations(ec2),
    ...routeTableOperations(ec2),
    ...runInstancesOperations(ec2),
    ...securityGroupOperations(ec2),
    ...securityGroupRuleOperations(ec2),
    ...subnetOperations(ec2),
    ...tagOperations(ec2),
    ...vpcOperations(ec2),
    ...vpnGatewayOperations(),
  };
  return { operations: Object.fromEntries(Object.entries(operations).map(([name, run]) => [name, minded(name, run)])) };
}

/** Only RunInstances knows a dry run; elsewhere a request that asks for one must not be carried out. */
function minded(name: string, operation: Operation): Operation {
  return (input: { readonly DryRun?: boolean }, context: CallContext) => {
    if (input.DryRun && /^(Describe|Get)/.test(name))
      throw new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
    if (input.DryRun && name !== 'RunInstances') throw unserved(`a dry run of ${name}`);
    return operation(input as never, context);
  };
}

function firewall(ec2: Ec2, fromGroupIds: readonly string[], host: Host, port: number): boolean {
  const receiver = receiverAt(ec2, host);
  if (!receiver) return false;
  if (ec2.world.sabotage.has('ephemeral-ports')) return true;
  const { subnet, groupIds, privateIp } = receiver;
  const groups = (ids: readonly string[]) => ids.flatMap((id) => ec2.groups.get(id) ?? []);
  const address = privateIp.split('.').reduce((number, byte) => number * 256 + Number(byte), 0);
  return admits({
    from: groups(fromGroupIds),
    fromNetworks: [...ec2.subnets.values()].filter(({ vpcId }) => vpcId === subnet.vpcId).map(({ cidr }) => cidr),
    to: groups(groupIds),
    toAddress: { base: address, prefix: 32 },
    port,
  });
}

/** Nothing is received by an instance that is not alive, nor by an interface of none. */
function receiverAt(ec2: Ec2, host: Host): Pick<Instance, 'subnet' | 'groupIds' | 'privateIp'> | undefined {
  const alive = (id: string | undefined): Instance | undefined => {
    const instance = ec2.instances.get(id ?? '');
    return instance && isAlive(instance) ? instance : undefined;
  };
  const instance = alive(host);
  if (instance) return instance;
  const found = shownInterfaces(ec2).find(({ subnet, privateIp }) => hostAt(subnet.vpcId, privateIp) === host);
  return found && alive(found.attachment?.instanceId) && { ...found, groupIds: [...found.groupIds] };
}
