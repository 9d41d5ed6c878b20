import type { ServiceName } from '../../core/world.ts';
import { text, texts, textsIn } from '../input.ts';
import { ecsKeys } from './ecs.ts';
import type { FindKeys } from './find.ts';
import { some } from './find.ts';

/** Those of the services' own condition keys that requests carry by themselves. */
export const SERVICE_KEYS: Readonly<Partial<Record<ServiceName, FindKeys>>> = {
  'application-autoscaling': ({ input }) => ({
    'application-autoscaling:service-namespace': text(input, 'ServiceNamespace'),
    'application-autoscaling:scalable-dimension': text(input, 'ScalableDimension'),
  }),
  autoscaling: ({ input }) => ({
    'autoscaling:MinSize': size(input['MinSize']),
    'autoscaling:MaxSize': size(input['MaxSize']),
    'autoscaling:TargetGroupARNs': some(texts(input, 'TargetGroupARNs')),
  }),
  cloudformation: ({ input }) => ({
    // The key holds a name, whichever way the request names the change set.
    'cloudformation:ChangeSetName': text(input, 'ChangeSetName')?.replace(/^arn:.*:changeSet\/([^/]+)\/.*$/, '$1'),
    'cloudformation:RoleArn': text(input, 'RoleARN'),
    'cloudformation:TemplateUrl': text(input, 'TemplateURL'),
    'cloudformation:StackPolicyUrl': text(input, 'StackPolicyURL'),
    'cloudformation:ResourceTypes': some(texts(input, 'ResourceTypes')),
    'cloudformation:ImportResourceTypes': some(textsIn(input, 'ResourcesToImport', 'ResourceType')),
  }),
  cloudwatch: ({ input }) => ({
    'cloudwatch:namespace': text(input, 'Namespace'),
    'cloudwatch:AlarmActions': some(texts(input, 'AlarmActions')),
  }),
  ec2: ({ input }) => ({ 'ec2:InstanceType': text(input, 'InstanceType') }),
  ecs: ecsKeys,
  elbv2: ({ input }) => ({
    'elasticloadbalancing:Scheme': text(input, 'Scheme'),
    'elasticloadbalancing:ListenerProtocol': text(input, 'Protocol'),
    'elasticloadbalancing:SecurityPolicy': text(input, 'SslPolicy'),
    'elasticloadbalancing:SecurityGroup': some(texts(input, 'SecurityGroups')),
    'elasticloadbalancing:Subnet': some([...texts(input, 'Subnets'), ...textsIn(input, 'SubnetMappings', 'SubnetId')]),
  }),
  events: ({ input }) => ({ 'events:TargetArn': some(textsIn(input, 'Targets', 'Arn')) }),
  iam: ({ input }) => ({
    'iam:AWSServiceName': text(input, 'AWSServiceName'),
    'iam:PermissionsBoundary': text(input, 'PermissionsBoundary'),
    'iam:PolicyARN': text(input, 'PolicyArn'),
  }),
  sts: ({ input }) => ({
    'sts:RoleSessionName': text(input, 'RoleSessionName'),
    'sts:ExternalId': text(input, 'ExternalId'),
    'sts:SourceIdentity': text(input, 'SourceIdentity'),
  }),
};

const size = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
