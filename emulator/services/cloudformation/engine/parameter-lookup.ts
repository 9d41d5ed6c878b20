import { AwsError } from '../../../core/errors.ts';
import type { ServiceName, World } from '../../../core/world.ts';
import { elementType, isListType, ssmValueType } from '../template/parameter-types.ts';
import { parameterReference } from '../template/parameters.ts';
import type { Deployment } from './stack.ts';

/** How a value of each AWS-specific type is looked up: an operation, and the member of its input that takes values. */
const LOOKUPS: ReadonlyMap<string, readonly [service: ServiceName, operation: string, member: string]> = new Map([
  ['AWS::EC2::AvailabilityZone::Name', ['ec2', 'DescribeAvailabilityZones', 'ZoneNames']],
  ['AWS::EC2::Image::Id', ['ec2', 'DescribeImages', 'ImageIds']],
  ['AWS::EC2::Instance::Id', ['ec2', 'DescribeInstances', 'InstanceIds']],
  ['AWS::EC2::SecurityGroup::GroupName', ['ec2', 'DescribeSecurityGroups', 'GroupNames']],
  ['AWS::EC2::SecurityGroup::Id', ['ec2', 'DescribeSecurityGroups', 'GroupIds']],
  ['AWS::EC2::Subnet::Id', ['ec2', 'DescribeSubnets', 'SubnetIds']],
  ['AWS::EC2::VPC::Id', ['ec2', 'DescribeVpcs', 'VpcIds']],
]);

/** The first parameter of an AWS-specific type whose value does not exist in the account, in AWS's words. */
export async function missingParameterValue(world: World, deployment: Deployment): Promise<string | undefined> {
  for (const [key, declaration] of Object.entries(deployment.template.parameters)) {
    const type = ssmValueType(declaration.type) ?? declaration.type;
    const lookup = LOOKUPS.get(elementType(type));
    const value = deployment.parameters[key];
    if (!lookup || !value) continue;
    const reference = parameterReference(declaration, value);
    const items = isListType(type) && Array.isArray(reference) ? reference : [reference];
    for (const item of items) {
      if (!(await exists(world, lookup, String(item))))
        return `Parameter validation failed: parameter value ${String(item)} for parameter name ${key} does not exist.`;
    }
  }
  return undefined;
}

async function exists(
  world: World,
  [service, operation, member]: readonly [ServiceName, string, string],
  value: string,
): Promise<boolean> {
  try {
    await world.call(service, operation, { [member]: [value] });
    return true;
  } catch (error) {
    if (error instanceof AwsError) return false;
    throw error;
  }
}
