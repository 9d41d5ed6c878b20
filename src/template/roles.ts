import type { SourcePosition } from '../model/source.ts';
import { type Resource, resource } from './fragment.ts';

export interface RoleOptions {
  readonly name: string;
  /** Who may assume it, e.g. `ecs.amazonaws.com`. */
  readonly principal: string;
  /** The names of managed policies of AWS, with their path. */
  readonly managedPolicies?: readonly string[];
  /** ARNs of functions that the role may invoke. */
  readonly invokes?: readonly string[];
  readonly at: SourcePosition | undefined;
}

export function role({ name, principal, managedPolicies = [], invokes = [], at }: RoleOptions): Resource {
  return resource(
    'AWS::IAM::Role',
    {
      RoleName: name,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: principal }, Action: 'sts:AssumeRole' }],
      },
      ManagedPolicyArns:
        managedPolicies.length === 0
          ? undefined
          : managedPolicies.map((policy) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${policy}` })),
      Policies:
        invokes.length === 0
          ? undefined
          : [
              {
                PolicyName: 'invoke',
                PolicyDocument: {
                  Version: '2012-10-17',
                  Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: [...invokes] }],
                },
              },
            ],
    },
    { at },
  );
}
