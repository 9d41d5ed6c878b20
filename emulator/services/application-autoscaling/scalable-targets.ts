import { pageOf } from '../../core/pages.ts';
import { withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  DeregisterScalableTargetRequest,
  DescribeScalableTargetsRequest,
  DescribeScalableTargetsResponse,
  RegisterScalableTargetRequest,
  RegisterScalableTargetResponse,
  ScalableTarget,
  SuspendedState,
} from '../../shapes/application-autoscaling.d.ts';
import { describeService } from './ecs-services.ts';
import { invalid, invalidToken } from './errors.ts';
import { deletePolicyAlarms } from './policies.ts';
import { checkResource, findTarget } from './resources.ts';
import { applyBounds } from './scaling.ts';
import type { ApplicationAutoScaling, ScalableTargetRecord } from './state.ts';
import { DIMENSION, NAMESPACE } from './state.ts';
import { REFUSALS } from './tags.ts';

const PAGE = 50;

function suspendedFrom(
  given: SuspendedState | undefined,
  before?: ScalableTargetRecord['suspended'],
): ScalableTargetRecord['suspended'] {
  return {
    in: given?.DynamicScalingInSuspended ?? before?.in ?? false,
    out: given?.DynamicScalingOutSuspended ?? before?.out ?? false,
    scheduled: given?.ScheduledScalingSuspended ?? before?.scheduled ?? false,
  };
}

function boundsFrom(
  { MinCapacity, MaxCapacity }: RegisterScalableTargetRequest,
  before?: ScalableTargetRecord,
): { min: number; max: number } {
  const min = MinCapacity ?? before?.min;
  const max = MaxCapacity ?? before?.max;
  if (min === undefined || max === undefined)
    throw invalid('MinCapacity and MaxCapacity must be specified to register a new scalable target');
  if (min < 0 || max < 0) throw invalid('Capacity cannot be negative');
  if (max < min) throw invalid('Maximum capacity cannot be less than minimum capacity');
  return { min, max };
}

export function scalableTargetOperations(aas: ApplicationAutoScaling) {
  const { world, targets } = aas;

  const view = ({ resourceId, min, max, createdAt, arn, suspended }: ScalableTargetRecord): ScalableTarget => ({
    ServiceNamespace: NAMESPACE,
    ResourceId: resourceId,
    ScalableDimension: DIMENSION,
    MinCapacity: min,
    MaxCapacity: max,
    RoleARN: `arn:aws:iam::${world.account}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`,
    CreationTime: createdAt,
    SuspendedState: {
      DynamicScalingInSuspended: suspended.in,
      DynamicScalingOutSuspended: suspended.out,
      ScheduledScalingSuspended: suspended.scheduled,
    },
    ScalableTargetARN: arn,
  });

  return {
    /**
     * Registers or updates; what is not given stays. A role is accepted and not used, since ECS has a service-linked
     * one.
     */
    RegisterScalableTarget: async (
      input: RegisterScalableTargetRequest,
      context: CallContext,
    ): Promise<RegisterScalableTargetResponse> => {
      const resourceId = checkResource(input);
      const tags = withTags(new Map(), Object.entries(input.Tags ?? {}), context, REFUSALS);
      boundsFrom(input, targets.get(resourceId));
      if (!(await describeService(world, resourceId))) throw invalid(`ECS service doesn't exist: ${resourceId}`);
      const before = targets.get(resourceId);
      const bounds = boundsFrom(input, before);
      const target: ScalableTargetRecord = before ?? {
        resourceId,
        arn: `arn:aws:application-autoscaling:${world.region}:${world.account}:scalable-target/0ec5${world.random.hex(32)}`,
        createdAt: world.clock.now(),
        ...bounds,
        suspended: suspendedFrom(undefined),
        tags,
        policies: new Map(),
        lastOut: undefined,
        lastIn: undefined,
        queue: Promise.resolve(),
      };
      Object.assign(target, { ...bounds, suspended: suspendedFrom(input.SuspendedState, before?.suspended) });
      targets.set(resourceId, target);
      applyBounds(aas, target);
      return { ScalableTargetARN: target.arn };
    },

    DeregisterScalableTarget: async (input: DeregisterScalableTargetRequest): Promise<object> => {
      const target = findTarget(aas, checkResource(input), 'found');
      targets.delete(target.resourceId);
      for (const policy of target.policies.values()) await deletePolicyAlarms(aas, policy);
      return {};
    },

    DescribeScalableTargets: (input: DescribeScalableTargetsRequest): DescribeScalableTargetsResponse => {
      if (input.ScalableDimension !== undefined && !input.ResourceIds?.length)
        throw invalid('ResourceIds must be specified when ScalableDimension is specified');
      const found = [...targets.values()]
        .filter(() => input.ServiceNamespace === NAMESPACE)
        .filter(({ resourceId }) => !input.ResourceIds?.length || input.ResourceIds.includes(resourceId));
      const { items, nextToken } = pageOf(found, {
        token: input.NextToken,
        size: Math.min(input.MaxResults ?? PAGE, PAGE),
        invalidToken,
      });
      return { ScalableTargets: items.map(view), NextToken: nextToken };
    },
  };
}
