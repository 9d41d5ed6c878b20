import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';

type Key = 'availabilityZones' | 'cidrBlock' | 'subnets' | 'instanceSubnets';

/** Which keys go with which kind of VPC. */
const KEYS: Readonly<Record<'default' | 'create' | 'existing', readonly Key[]>> = {
  default: ['availabilityZones'],
  create: ['availabilityZones', 'cidrBlock'],
  existing: ['subnets', 'instanceSubnets'],
};

/** An Application Load Balancer needs two zones; the rest follows from where the VPC comes from. */
export function checkNetwork({ file }: ClusterDraft): readonly ConfigIssue[] {
  const { network } = file.value;
  if (isDoubtful(file, ['network'])) return [];
  const kind = network.vpc === 'default' || network.vpc === 'create' ? network.vpc : 'existing';
  const keys: readonly Key[] = ['availabilityZones', 'cidrBlock', 'subnets', 'instanceSubnets'];
  const misplaced = keys
    .filter((key) => network[key] !== undefined && !KEYS[kind].includes(key))
    .flatMap((key) =>
      problemAt(
        file,
        ['network', key],
        `network.${key} cannot be used with "vpc: ${network.vpc}".`,
        `Remove it; ${kind === 'existing' ? 'an existing VPC needs' : `"${network.vpc}" accepts`} ${KEYS[kind].join(' and ')}.`,
      ),
    );
  return [...misplaced, ...checkZones(file), ...checkSubnets(file, kind), ...checkCidrBlock(file)];
}

function checkZones(file: ClusterDraft['file']): readonly ConfigIssue[] {
  const zones = file.value.network.availabilityZones;
  if (!zones) return [];
  const { region } = file.value;
  const path = ['network', 'availabilityZones'];
  const elsewhere = zones.flatMap((zone, index) => {
    if (isDoubtful(file, ['region']) || new RegExp(`^${region}(-[a-z]+-\\d+)?[a-z]$`).test(zone)) return [];
    const message = `"${zone}" is not a zone of ${region}.`;
    return problemAt(file, [...path, index], message, `Write zones like ${region}a.`);
  });
  if (elsewhere.length > 0 || new Set(zones).size >= 2) return elsewhere;
  const message = 'network.availabilityZones needs two different zones.';
  return problemAt(file, path, message, `Add another, like ${region}c: a load balancer spans at least two.`);
}

function checkSubnets(file: ClusterDraft['file'], kind: keyof typeof KEYS): readonly ConfigIssue[] {
  const { vpc, subnets } = file.value.network;
  if (kind !== 'existing' || new Set(subnets).size >= 2) return [];
  const message = subnets ? 'network.subnets needs two different subnets.' : `"vpc: ${vpc}" needs network.subnets.`;
  const hint = 'Name at least two of its subnets, in different zones: a load balancer spans at least two.';
  return problemAt(file, ['network', subnets ? 'subnets' : 'vpc'], message, hint);
}

/** VPCs are /16 to /28; from /24 on, its sixteen subnets would be smaller than a load balancer takes. */
function checkCidrBlock(file: ClusterDraft['file']): readonly ConfigIssue[] {
  const block = file.value.network.cidrBlock;
  const prefix = Number(block?.split('/')[1]);
  if (block === undefined || (prefix >= 16 && prefix <= 23)) return [];
  const message = `network.cidrBlock is ${block}, which is not between /16 and /23.`;
  return problemAt(file, ['network', 'cidrBlock'], message, 'Write it like 10.0.0.0/16.');
}
