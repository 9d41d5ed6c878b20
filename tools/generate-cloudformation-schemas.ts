/**
 * Writes emulator/shapes/cloudformation-resources.json from `@aws-cdk/aws-service-spec`, which republishes
 * CloudFormation's own resource schemas: what properties a type has, of what type they are, which replace the resource,
 * what Fn::GetAtt reads.
 *   node tools/generate-cloudformation-schemas.ts
 */
import { writeFileSync } from 'node:fs';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';

/** Exactly the types that emulator/services/cloudformation/resources provisions. */
const TYPES = [
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::ApplicationAutoScaling::ScalingPolicy',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::AutoScaling::LifecycleHook',
  'AWS::AutoScaling::ScalingPolicy',
  'AWS::CloudWatch::Alarm',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::LaunchTemplate',
  'AWS::EC2::Route',
  'AWS::EC2::RouteTable',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::Subnet',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::VPC',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::ECS::CapacityProvider',
  'AWS::ECS::Cluster',
  'AWS::ECS::ClusterCapacityProviderAssociations',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::IAM::InstanceProfile',
  'AWS::IAM::OIDCProvider',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Logs::LogGroup',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::SSM::Parameter',
];

/** A type that CloudFormation publishes no schema of: the AWS CDK adds it to every stack, to count what is used. */
const UNPUBLISHED = {
  'AWS::CDK::Metadata': {
    properties: { Analytics: { type: 'string' } },
    attributes: [],
    primaryIdentifier: [],
    definitions: {},
  },
};

const db = await loadAwsServiceSpec();
type Resource = ReturnType<typeof lookup>;
type Property = Resource['properties'][string];
type PropertyType = Property['type'];

function lookup(type: string) {
  const [resource] = db.lookup('resource', 'cloudFormationType', 'equals', type);
  if (!resource) throw new Error(`aws-service-spec knows no ${type}`);
  return resource;
}

function propertyType(type: PropertyType, definitions: Map<string, unknown>): unknown {
  switch (type.type) {
    case 'array':
      return { array: propertyType(type.element, definitions) };
    case 'map':
      return { map: propertyType(type.element, definitions) };
    case 'union':
      return { union: type.types.map((member) => propertyType(member, definitions)) };
    case 'ref': {
      const definition = db.get('typeDefinition', type.reference.$ref);
      if (!definitions.has(definition.name)) {
        definitions.set(definition.name, undefined); // Types may hold themselves.
        definitions.set(definition.name, properties(definition.properties, definitions));
      }
      return { ref: definition.name };
    }
    case 'string':
      return type.allowedValues ? { enum: [...type.allowedValues].sort() } : 'string';
    case 'date-time':
      return 'string';
    case 'boolean':
    case 'integer':
    case 'json':
    case 'null':
    case 'number':
    case 'tag':
      return type.type;
  }
}

function properties(from: Readonly<Record<string, Property>>, definitions: Map<string, unknown>): object {
  const entries = Object.entries(from).map(([name, property]) => [
    name,
    {
      type: propertyType(property.type, definitions),
      ...(property.required ? { required: true } : {}),
      ...(property.causesReplacement && property.causesReplacement !== 'no'
        ? { replacement: property.causesReplacement }
        : {}),
    },
  ]);
  return sorted(Object.fromEntries(entries));
}

const sorted = (object: object): object =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

const schemas = TYPES.map((type) => {
  const resource = lookup(type);
  const definitions = new Map<string, unknown>();
  const schema = {
    properties: properties(resource.properties, definitions),
    attributes: Object.keys(resource.attributes).sort(),
    primaryIdentifier: resource.primaryIdentifier ?? [],
    ...(resource.tagInformation ? { tags: resource.tagInformation } : {}),
    definitions: sorted(Object.fromEntries(definitions)),
  };
  return [type, schema];
});

const out = new URL('../emulator/shapes/cloudformation-resources.json', import.meta.url);
writeFileSync(out, `${JSON.stringify({ ...UNPUBLISHED, ...Object.fromEntries(schemas) }, null, 1)}\n`);
