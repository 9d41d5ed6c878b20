import type { World } from '../../core/world.ts';
import type { RequestLaunchTemplateData } from '../../shapes/ec2.d.ts';
import type { Cidr } from './cidr.ts';
import type { Zone } from './zones.ts';

export interface Vpc {
  readonly id: string;
  readonly cidr: Cidr;
  readonly isDefault: boolean;
  readonly tenancy: 'default' | 'dedicated' | 'host';
  readonly dhcpOptionsId: string;
  readonly cidrAssociationId: string;
  state: 'pending' | 'available';
  dnsSupport: boolean;
  dnsHostnames: boolean;
}

export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
  readonly cidr: Cidr;
  readonly zone: Zone;
  readonly defaultForZone: boolean;
  state: 'pending' | 'available';
  mapPublicIp: boolean;
}

export interface InternetGateway {
  readonly id: string;
  vpcId: string | undefined;
}

export interface Route {
  readonly destination: string;
  /** 'local' or an internet gateway's id. */
  gatewayId: string;
  readonly origin: 'CreateRouteTable' | 'CreateRoute';
}

export interface RouteTable {
  readonly id: string;
  readonly vpcId: string;
  readonly routes: Route[];
  /** Association id to subnet id; undefined is the main association. */
  readonly associations: Map<string, string | undefined>;
}

/** Where a rule admits traffic from, or lets it go to. */
export type Peer =
  | { readonly kind: 'ipv4'; readonly cidr: string }
  | { readonly kind: 'ipv6'; readonly cidr: string }
  | { readonly kind: 'group'; readonly groupId: string };

export interface SecurityGroupRule {
  readonly id: string;
  readonly egress: boolean;
  /** 'tcp', 'udp', 'icmp', 'icmpv6', a protocol's number, or '-1' for all. */
  readonly protocol: string;
  /** For ICMP type and code; -1 for all, and undefined where the protocol is '-1'. */
  readonly fromPort: number | undefined;
  readonly toPort: number | undefined;
  readonly peer: Peer;
  description: string | undefined;
}

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
  readonly rules: Map<string, SecurityGroupRule>;
}

export interface LaunchTemplateVersion {
  readonly number: number;
  readonly description: string | undefined;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly data: RequestLaunchTemplateData;
}

export interface LaunchTemplate {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly createdBy: string;
  defaultVersion: number;
  readonly versions: Map<number, LaunchTemplateVersion>;
}

export type InstanceState = 'pending' | 'running' | 'shutting-down' | 'terminated';

export interface Instance {
  readonly id: string;
  readonly reservationId: string;
  readonly launchIndex: number;
  readonly imageId: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly type: string;
  readonly subnet: Subnet;
  groupIds: string[];
  readonly privateIp: string;
  readonly publicIp: string | undefined;
  readonly profile: { readonly arn: string; readonly id: string } | undefined;
  readonly keyName: string | undefined;
  userData: string | undefined;
  readonly monitoring: boolean;
  readonly ebsOptimized: boolean;
  readonly httpTokens: 'optional' | 'required';
  readonly hopLimit: number;
  readonly launchedAt: number;
  readonly clientToken: string;
  readonly interfaceId: string;
  readonly attachmentId: string;
  readonly volumeId: string;
  terminationProtected: boolean;
  shutdownBehavior: 'stop' | 'terminate';
  state: InstanceState;
  stateReason: { readonly code: string; readonly message: string } | undefined;
  transitionReason: string;
}

/** A network interface beside the primary ones, which are part of their instances. */
export interface NetworkInterface {
  readonly id: string;
  readonly subnet: Subnet;
  readonly groupIds: readonly string[];
  readonly privateIp: string;
  readonly macAddress: string;
  readonly description: string;
  /** Who made it: an account, or a service of AWS's. */
  readonly requesterId: string | undefined;
  /** Its requester alone may change it. */
  readonly requesterManaged: boolean;
  attachment: InterfaceAttachment | undefined;
}

export interface InterfaceAttachment {
  readonly id: string;
  readonly instanceId: string;
  readonly deviceIndex: number;
  readonly attachedAt: number;
  status: 'attaching' | 'attached' | 'detaching';
}

/** What EC2 keeps of one account in one region. Maps are in order of creation; keys are ids. */
export interface Ec2 {
  readonly world: World;
  readonly zones: readonly Zone[];
  readonly vpcs: Map<string, Vpc>;
  readonly subnets: Map<string, Subnet>;
  readonly gateways: Map<string, InternetGateway>;
  readonly routeTables: Map<string, RouteTable>;
  readonly groups: Map<string, SecurityGroup>;
  readonly templates: Map<string, LaunchTemplate>;
  readonly instances: Map<string, Instance>;
  readonly interfaces: Map<string, NetworkInterface>;
  readonly tags: Map<string, ReadonlyMap<string, string>>;
}

/** As EC2 makes ids: vpc-0 and sixteen more hexadecimal digits. */
export const newId = ({ world }: Ec2, prefix: string): string => `${prefix}-0${world.random.hex(16)}`;

export const arnOf = ({ world }: Ec2, type: string, id: string): string =>
  `arn:aws:ec2:${world.region}:${world.account}:${type}/${id}`;
