/**
 * Types of parameters whose values must exist in the account; EC2's are looked up, the others are names of any text.
 */
const AWS_TYPES = new Set([
  'AWS::EC2::AvailabilityZone::Name',
  'AWS::EC2::Image::Id',
  'AWS::EC2::Instance::Id',
  'AWS::EC2::KeyPair::KeyName',
  'AWS::EC2::SecurityGroup::GroupName',
  'AWS::EC2::SecurityGroup::Id',
  'AWS::EC2::Subnet::Id',
  'AWS::EC2::VPC::Id',
  'AWS::EC2::Volume::Id',
  'AWS::Route53::HostedZone::Id',
  'AWS::SSM::Parameter::Name',
]);
const SSM_VALUE = /^AWS::SSM::Parameter::Value<(.+)>$/;
const LIST = /^List<(.+)>$/;

export function isParameterType(type: string): boolean {
  if (['String', 'Number', 'CommaDelimitedList', 'List<Number>', 'List<String>'].includes(type)) return true;
  const element = LIST.exec(type)?.[1] ?? type;
  if (AWS_TYPES.has(element)) return element !== 'AWS::SSM::Parameter::Name' || element === type;
  const held = SSM_VALUE.exec(type)?.[1];
  return held !== undefined && !SSM_VALUE.test(held) && isParameterType(held);
}

/** The type that the parameter's value has once read from the parameter store; undefined for other parameters. */
export function ssmValueType(type: string): string | undefined {
  return SSM_VALUE.exec(type)?.[1];
}

export function isListType(type: string): boolean {
  return type === 'CommaDelimitedList' || LIST.test(type);
}

/** What one value is an instance of: the type itself, or the type of a list's elements. */
export function elementType(type: string): string {
  return LIST.exec(type)?.[1] ?? (type === 'CommaDelimitedList' ? 'String' : type);
}
