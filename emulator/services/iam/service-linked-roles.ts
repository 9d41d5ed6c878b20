import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type { CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse } from '../../shapes/iam.d.ts';
import { newRole, roleSummary } from './roles.ts';
import type { Iam } from './state.ts';
import { nameTaken } from './state.ts';

interface LinkedRole {
  readonly roleName: string;
  readonly policy: string;
}

/** By the service that the role is linked to. */
const LINKED: ReadonlyMap<string, LinkedRole> = new Map(
  Object.entries({
    'autoscaling.amazonaws.com': {
      roleName: 'AWSServiceRoleForAutoScaling',
      policy: 'AutoScalingServiceRolePolicy',
    },
    'ecs.amazonaws.com': { roleName: 'AWSServiceRoleForECS', policy: 'AmazonECSServiceRolePolicy' },
    'ecs.application-autoscaling.amazonaws.com': {
      roleName: 'AWSServiceRoleForApplicationAutoScaling_ECSService',
      policy: 'AWSApplicationAutoscalingECSServicePolicy',
    },
    'elasticloadbalancing.amazonaws.com': {
      roleName: 'AWSServiceRoleForElasticLoadBalancing',
      policy: 'AWSElasticLoadBalancingServiceRolePolicy',
    },
  }),
);

export function serviceLinkedRoleOperations(iam: Iam) {
  return {
    CreateServiceLinkedRole: (
      input: CreateServiceLinkedRoleRequest,
      context: CallContext,
    ): CreateServiceLinkedRoleResponse => {
      const { AWSServiceName: service, CustomSuffix } = input;
      const linked = LINKED.get(service);
      if (!linked)
        throw new AwsError('InvalidInput', `Service name ${service} is not supported for service-linked roles`);
      if (CustomSuffix !== undefined && service !== 'autoscaling.amazonaws.com')
        throw new AwsError('InvalidInput', `Custom suffix is not allowed for ${service}`);
      const name = CustomSuffix === undefined ? linked.roleName : `${linked.roleName}_${CustomSuffix}`;
      if (nameTaken(iam.roles, name))
        throw new AwsError(
          'InvalidInput',
          `Service role name ${name} has been taken in this account, please try a different suffix.`,
        );
      const trust = {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: [service] }, Action: ['sts:AssumeRole'] }],
      };
      const request = {
        RoleName: name,
        Path: `/aws-service-role/${service}/`,
        AssumeRolePolicyDocument: JSON.stringify(trust),
        Description: input.Description,
      };
      const role = newRole(iam, request, context, true);
      role.attached.add(`arn:aws:iam::aws:policy/aws-service-role/${linked.policy}`);
      return { Role: roleSummary(role) };
    },
  };
}
