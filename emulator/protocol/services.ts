import type { ServiceName } from '../core/world.ts';
import type { ServiceModel } from './model.ts';
import { loadModel } from './model.ts';

export const SERVICES: readonly ServiceName[] = [
  'acm',
  'application-autoscaling',
  'autoscaling',
  'cloudformation',
  'cloudwatch',
  'ec2',
  'ecr',
  'ecs',
  'elbv2',
  'events',
  'iam',
  'logs',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'sts',
];

/** By the name in a credential scope. */
export function modelBySigningName(name: string): ServiceModel | undefined {
  return SERVICES.map(loadModel).find(({ metadata }) => (metadata.signingName ?? metadata.endpointPrefix) === name);
}

/** By what precedes the dot in X-Amz-Target. */
export function modelByTarget(prefix: string): ServiceModel | undefined {
  return SERVICES.map(loadModel).find(({ metadata }) => metadata.targetPrefix === prefix);
}

/** By a query request's Version: no two of the emulated services share one. */
export function modelByVersion(version: string | undefined): ServiceModel | undefined {
  return SERVICES.map(loadModel).find(
    ({ metadata }) => metadata.apiVersion === version && metadata.xmlNamespace !== undefined,
  );
}
