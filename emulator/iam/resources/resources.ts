import type { ServiceName } from '../../core/world.ts';
import { actionTypesOf, arnOf } from '../catalogue.ts';
import { cloudformationResources } from './cloudformation.ts';
import { ec2Resources } from './ec2.ts';
import { ecsResources } from './ecs.ts';
import { elbv2Resources } from './elbv2.ts';
import type { FindResources, ResourceRequest } from './find.ts';
import { iamResources } from './iam.ts';
import { logsResources } from './logs.ts';
import { snsResources, sqsResources } from './messaging.ts';
import { acmResources, ecrResources, secretsManagerResources } from './preconditions.ts';
import {
  applicationAutoscalingResources,
  autoscalingResources,
  cloudwatchResources,
  eventsResources,
  stsResources,
} from './simple.ts';
import { ssmResources } from './ssm.ts';

const FINDERS: Readonly<Partial<Record<ServiceName, FindResources>>> = {
  'application-autoscaling': applicationAutoscalingResources,
  autoscaling: autoscalingResources,
  cloudformation: cloudformationResources,
  cloudwatch: cloudwatchResources,
  ec2: ec2Resources,
  ecs: ecsResources,
  acm: acmResources,
  ecr: ecrResources,
  elbv2: elbv2Resources,
  events: eventsResources,
  iam: iamResources,
  logs: logsResources,
  secretsmanager: secretsManagerResources,
  sns: snsResources,
  sqs: sqsResources,
  ssm: ssmResources,
  sts: stsResources,
};

/**
 * ARNs that IAM judges a request on. What an action needs and the request does not name is `*` in its ARN; an action
 * without types of resources is judged on `*`.
 */
export async function resourcesOf(
  service: ServiceName,
  request: Omit<ResourceRequest, 'types'>,
): Promise<readonly string[]> {
  const types = actionTypesOf(service, request.operation) ?? { required: [], optional: [], keys: [] };
  const found = (await FINDERS[service]?.({ ...request, types })) ?? [];
  const resources = found.length > 0 ? found : types.required.map((type) => ({ type }));
  const arns = resources.map((resource) => arnOf(service, resource, request.place));
  return arns.length > 0 ? [...new Set(arns)] : ['*'];
}
