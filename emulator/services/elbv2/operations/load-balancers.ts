import { AwsError } from '../../../core/errors.ts';
import type { CallContext } from '../../../core/world.ts';
import type {
  CreateLoadBalancerInput,
  DeleteLoadBalancerInput,
  DescribeLoadBalancersInput,
  DescribeLoadBalancersOutput,
  LoadBalancer as LoadBalancerShape,
} from '../../../shapes/elbv2.d.ts';
import { loadBalancerArn } from '../arns.ts';
import { attribute, initialAttributes } from '../attributes/attributes.ts';
import { LOAD_BALANCER_ATTRIBUTES } from '../attributes/load-balancer.ts';
import type { Context } from '../context.ts';
import { checkInternetGateway, checkSecurityGroups, defaultSecurityGroup } from '../ec2.ts';
import { findLoadBalancer, validationError } from '../finders.ts';
import { hostedZone } from '../hosted-zones.ts';
import { markedPage } from '../pages.ts';
import { QUOTAS } from '../quotas.ts';
import type { LoadBalancer } from '../store.ts';
import { listenersOf } from '../store.ts';
import { mergeTags } from '../tags.ts';
import { deleteListener } from './listeners.ts';
import { checkName } from './names.ts';
import { chooseZones } from './zones.ts';

type Settings = Pick<LoadBalancer, 'name' | 'scheme' | 'vpcId' | 'zones' | 'securityGroups'>;

export function loadBalancerOperations(context: Context) {
  const { world, store, targets } = context;
  const all = () => [...store.loadBalancers.values()];
  const describe = (loadBalancer: LoadBalancer) => describeLoadBalancer(loadBalancer, world.region);

  const create = (settings: Settings): LoadBalancer => {
    const { name, scheme } = settings;
    const label = `${scheme === 'internal' ? 'internal-' : ''}${name}-${world.random.digits(10)}`;
    const loadBalancer: LoadBalancer = {
      ...settings,
      arn: loadBalancerArn(world, name, world.random.hex(16)),
      dnsName: `${label}.${world.region}.elb.amazonaws.com`,
      createdTime: world.clock.now(),
      attributes: initialAttributes(LOAD_BALANCER_ATTRIBUTES),
      state: 'provisioning',
    };
    store.loadBalancers.set(loadBalancer.arn, loadBalancer);
    world.clock.after(world.latency('load-balancer-active'), () => world.background(activate(context, loadBalancer)));
    return loadBalancer;
  };

  return {
    CreateLoadBalancer: async (input: CreateLoadBalancerInput, call: CallContext) => {
      const settings = await resolveSettings(context, input);
      const tags = mergeTags([], input.Tags, call);
      const existing = all().find(({ name }) => name === settings.name);
      if (existing) {
        if (equal(existing, settings)) return { LoadBalancers: [describe(existing)] };
        throw new AwsError(
          'DuplicateLoadBalancerName',
          `A load balancer with the same name '${settings.name}' exists, but with different settings`,
        );
      }
      if (all().length >= QUOTAS.loadBalancers)
        throw new AwsError('TooManyLoadBalancers', 'The maximum number of load balancers has been reached');
      const loadBalancer = create(settings);
      store.tags.set(loadBalancer.arn, tags);
      return { LoadBalancers: [describe(loadBalancer)] };
    },

    DeleteLoadBalancer: async ({ LoadBalancerArn }: DeleteLoadBalancerInput) => {
      const loadBalancer = store.loadBalancers.get(LoadBalancerArn);
      // One that never was is deleted successfully, as one that is no more (API reference, DeleteLoadBalancer).
      if (!loadBalancer) return {};
      if (attribute(loadBalancer.attributes, 'deletion_protection.enabled') === 'true')
        throw new AwsError(
          'OperationNotPermitted',
          `Load balancer '${LoadBalancerArn}' cannot be deleted because deletion protection is enabled`,
        );
      store.loadBalancers.delete(LoadBalancerArn);
      store.tags.delete(LoadBalancerArn);
      for (const listener of listenersOf(store, loadBalancer)) deleteListener(context, listener);
      targets.reconcile();
      return {};
    },

    DescribeLoadBalancers: (input: DescribeLoadBalancersInput): DescribeLoadBalancersOutput => {
      const { items, nextMarker } = markedPage(select(context, input), input);
      return { LoadBalancers: items.map(describe), NextMarker: nextMarker };
    },
  };
}

/** Opens the listeners' sockets, then says that the load balancer is active. */
async function activate({ store, plane, targets }: Context, loadBalancer: LoadBalancer): Promise<void> {
  const open = () => Promise.all(listenersOf(store, loadBalancer).map(plane.open));
  await open();
  if (store.loadBalancers.get(loadBalancer.arn) !== loadBalancer) return;
  loadBalancer.state = 'active';
  targets.reconcile();
  await open();
}

async function resolveSettings({ world }: Context, input: CreateLoadBalancerInput): Promise<Settings> {
  const { Name: name, Scheme: scheme = 'internet-facing', Type = 'application' } = input;
  checkName('Load balancer', name);
  if (name.startsWith('internal-')) throw validationError(`Load balancer name '${name}' cannot begin with 'internal-'`);
  refuseUnserved(input, Type);
  const { zones, vpcId } = await chooseZones(world, input);
  if (scheme === 'internet-facing') await checkInternetGateway(world, vpcId);
  const asked = [...new Set(input.SecurityGroups ?? [])];
  if (asked.length > 0) await checkSecurityGroups(world, vpcId, asked);
  const securityGroups = asked.length > 0 ? asked : await defaultSecurityGroup(world, vpcId);
  return { name, scheme, vpcId, zones, securityGroups };
}

function refuseUnserved(input: CreateLoadBalancerInput, type: string): void {
  const { IpAddressType = 'ipv4', CustomerOwnedIpv4Pool, EnablePrefixForIpv6SourceNat, IpamPools } = input;
  const unserved =
    (type !== 'application' && `load balancers of type '${type}'`) ||
    (IpAddressType !== 'ipv4' && `load balancers with the IP address type '${IpAddressType}'`) ||
    (CustomerOwnedIpv4Pool && 'customer-owned address pools') ||
    (EnablePrefixForIpv6SourceNat === 'on' && 'IPv6 prefixes') ||
    (IpamPools && 'IPAM pools');
  if (unserved) throw new AwsError('InvalidConfigurationRequest', `This emulator serves no ${unserved}`);
}

function equal(one: Settings, other: Settings): boolean {
  const comparable = ({ scheme, zones, securityGroups }: Settings) =>
    JSON.stringify([scheme, zones.map(({ SubnetId }) => SubnetId).sort(), [...securityGroups].sort()]);
  return comparable(one) === comparable(other);
}

function select({ store }: Context, { LoadBalancerArns, Names }: DescribeLoadBalancersInput): LoadBalancer[] {
  if (LoadBalancerArns?.length && Names?.length)
    throw validationError('Load balancer names and load balancer ARNs cannot be specified at the same time');
  if (LoadBalancerArns?.length) return LoadBalancerArns.map((arn) => findLoadBalancer(store, arn));
  const all = [...store.loadBalancers.values()];
  if (!Names?.length) return all;
  const missing = Names.filter((wanted) => !all.some(({ name }) => name === wanted));
  if (missing.length > 0)
    throw new AwsError('LoadBalancerNotFound', `Load balancers '[${missing.join(', ')}]' not found`);
  return all.filter(({ name }) => Names.includes(name));
}

function describeLoadBalancer(loadBalancer: LoadBalancer, region: string): LoadBalancerShape {
  return {
    LoadBalancerArn: loadBalancer.arn,
    DNSName: loadBalancer.dnsName,
    CanonicalHostedZoneId: hostedZone(region),
    CreatedTime: loadBalancer.createdTime,
    LoadBalancerName: loadBalancer.name,
    Scheme: loadBalancer.scheme,
    VpcId: loadBalancer.vpcId,
    State: { Code: loadBalancer.state },
    Type: 'application',
    AvailabilityZones: [...loadBalancer.zones],
    SecurityGroups: [...loadBalancer.securityGroups],
    IpAddressType: 'ipv4',
  };
}
