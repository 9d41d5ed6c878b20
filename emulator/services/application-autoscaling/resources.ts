import { AwsError } from '../../core/errors.ts';
import type { RegisterScalableTargetRequest } from '../../shapes/application-autoscaling.d.ts';
import { invalid } from './errors.ts';
import type { ApplicationAutoScaling, ScalableTargetRecord } from './state.ts';
import { DIMENSION, NAMESPACE } from './state.ts';

type Resource = Pick<RegisterScalableTargetRequest, 'ServiceNamespace' | 'ResourceId' | 'ScalableDimension'>;

export interface ServiceName {
  readonly cluster: string;
  readonly service: string;
}

/** Everything but the desired counts of ECS services is refused, in the words that AWS has for what it cannot scale. */
export function checkResource({ ServiceNamespace, ResourceId, ScalableDimension }: Resource): string {
  if (ServiceNamespace !== NAMESPACE || ScalableDimension !== DIMENSION || !/^service\/[^/]+\/[^/]+$/.test(ResourceId))
    throw invalid('Unsupported service namespace, resource type or scalable dimension');
  return ResourceId;
}

export function serviceName(resourceId: string): ServiceName {
  const [, cluster = '', service = ''] = resourceId.split('/');
  return { cluster, service };
}

/** "service namespace: ecs, resource ID: service/c/s, scalable dimension: ecs:service:DesiredCount" */
export const describeResource = (resourceId: string): string =>
  `service namespace: ${NAMESPACE}, resource ID: ${resourceId}, scalable dimension: ${DIMENSION}`;

export function findTarget(
  { targets }: ApplicationAutoScaling,
  resourceId: string,
  verb: 'found' | 'registered',
): ScalableTargetRecord {
  const target = targets.get(resourceId);
  if (!target)
    throw new AwsError('ObjectNotFoundException', `No scalable target ${verb} for ${describeResource(resourceId)}`);
  return target;
}
