import { AwsError } from '../../core/errors.ts';

/**
 * EC2's kinds of things that have ids: the code's stem, the noun of "The <noun> 'x' does not exist", and how ids begin.
 */
const KINDS = {
  vpc: { code: 'InvalidVpcID', noun: 'vpc ID', prefix: 'vpc-' },
  subnet: { code: 'InvalidSubnetID', noun: 'subnet ID', prefix: 'subnet-' },
  internetGateway: { code: 'InvalidInternetGatewayID', noun: 'internetGateway ID', prefix: 'igw-' },
  routeTable: { code: 'InvalidRouteTableID', noun: 'routeTable ID', prefix: 'rtb-' },
  association: { code: 'InvalidAssociationID', noun: 'association ID', prefix: 'rtbassoc-' },
  securityGroup: { code: 'InvalidGroup', noun: 'security group', prefix: 'sg-' },
  securityGroupRule: { code: 'InvalidSecurityGroupRuleId', noun: 'security group rule ID', prefix: 'sgr-' },
  instance: { code: 'InvalidInstanceID', noun: 'instance ID', prefix: 'i-' },
  networkInterface: { code: 'InvalidNetworkInterfaceID', noun: 'networkInterface ID', prefix: 'eni-' },
  vpnGateway: { code: 'InvalidVpnGatewayID', noun: 'vpnGateway ID', prefix: 'vgw-' },
  image: { code: 'InvalidAMIID', noun: 'image id', prefix: 'ami-' },
} as const;

export type Kind = keyof typeof KINDS;

export function notFound(kind: Kind, ...ids: string[]): AwsError {
  const { code, noun } = KINDS[kind];
  if (kind === 'image') return new AwsError(`${code}.NotFound`, `The ${noun} '[${ids.join(', ')}]' does not exist`);
  if (ids.length > 1 && kind === 'instance')
    return new AwsError(`${code}.NotFound`, `The ${noun}s '${ids.join(', ')}' do not exist`);
  return new AwsError(`${code}.NotFound`, `The ${noun} '${ids.join(', ')}' does not exist`);
}

export const invalidValue = (message: string): AwsError => new AwsError('InvalidParameterValue', message);

export const invalidCombination = (message: string): AwsError => new AwsError('InvalidParameterCombination', message);

export const missingParameter = (name: string): AwsError =>
  new AwsError('MissingParameter', `The request must contain the parameter ${name}`);

/** "The vpc 'vpc-1' has dependencies and cannot be deleted." */
export const hasDependencies = (noun: string, id: string): AwsError =>
  new AwsError('DependencyViolation', `The ${noun} '${id}' has dependencies and cannot be deleted.`);

/** What AWS does and this emulator does not: said plainly, under EC2's code for what a region or account cannot do. */
export const unserved = (what: string): AwsError =>
  new AwsError('UnsupportedOperation', `This emulator does not serve ${what}`);

function malformed(kind: Kind, id: string): AwsError {
  const { code, prefix } = KINDS[kind];
  const stem = kind === 'securityGroup' ? 'InvalidGroupId' : code;
  return new AwsError(`${stem}.Malformed`, `Invalid id: "${id}" (expecting "${prefix}...")`);
}

/** The one item of that id, or AWS's refusal. */
export function find<T>(items: ReadonlyMap<string, T>, kind: Kind, id: string | undefined): T {
  const item = id === undefined ? undefined : items.get(id);
  if (item !== undefined) return item;
  throw id?.startsWith(KINDS[kind].prefix) ? notFound(kind, id) : malformed(kind, id ?? '');
}

/** All items, or those of the ids named; one that does not exist is refused. */
export function select<T>(items: ReadonlyMap<string, T>, kind: Kind, ids: readonly string[] | undefined): T[] {
  if (!ids || ids.length === 0) return [...items.values()];
  return ids.map((id) => find(items, kind, id));
}
