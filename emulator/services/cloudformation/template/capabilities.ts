import { AwsError } from '../../../core/errors.ts';
import type { Template } from './template.ts';

type Capability = 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM' | 'CAPABILITY_AUTO_EXPAND';

/** IAM types and the property that makes them custom-named; a policy inside a role needs no more than the role does. */
const IAM_TYPES = new Map([
  ['AWS::IAM::InstanceProfile', 'InstanceProfileName'],
  ['AWS::IAM::Policy', undefined],
  ['AWS::IAM::Role', 'RoleName'],
]);

export interface CapabilityNeed {
  readonly capability: Capability;
  readonly reason: string;
}

/** What the caller must acknowledge, and why as GetTemplateSummary words it. */
export function capabilityNeed(template: Template): CapabilityNeed | undefined {
  const iam = Object.values(template.resources).filter(({ type }) => IAM_TYPES.has(type));
  if (iam.length === 0) return undefined;
  const named = iam.some(({ type, properties }) => properties[IAM_TYPES.get(type) ?? ''] !== undefined);
  const types = [...new Set(iam.map(({ type }) => type))];
  return {
    capability: named ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM',
    reason: `The following resource(s) require capabilities: [${types.join(', ')}]`,
  };
}

export function requireCapabilities(template: Template, acknowledged: readonly Capability[]): void {
  const need = capabilityNeed(template);
  if (!need || acknowledged.includes(need.capability) || acknowledged.includes('CAPABILITY_NAMED_IAM')) return;
  throw new AwsError('InsufficientCapabilitiesException', `Requires capabilities : [${need.capability}]`);
}
