interface Unreached {
  /** As `policy/statement: action`. */
  readonly grants: readonly string[];
  readonly why: string;
}

/** What AWS asks of a role and no run here can show. */
export const UNREACHED: readonly Unreached[] = [
  {
    grants: [
      'PlanPolicy/ChangesByHand: autoscaling:DescribeLifecycleHooks',
      'PlanPolicy/ChangesByHand: ec2:DescribeSecurityGroupRules',
      'PlanPolicy/ChangesByHand: elasticloadbalancing:DescribeListenerAttributes',
      'ResourcesPolicy/Resources: elasticloadbalancing:ModifyListenerAttributes',
      'ResourcesPolicy/Resources: ec2:GetLaunchTemplateData',
      'ResourcesPolicy/Resources: ecs:UpdateCluster',
    ],
    why: "CloudFormation's handlers ask for more than the emulator's: their schemas name these (aws cloudformation describe-type)",
  },
  {
    grants: ['ResourcesPolicy/Resources: ec2:RunInstances', 'ResourcesPolicy/Image: ssm:GetParameters'],
    why: 'Auto Scaling asks whether its caller may launch what the template says; the emulator does not',
  },
  {
    grants: [
      'ResourcesPolicy/ServiceLinkedRoles: iam:CreateServiceLinkedRole',
      'DeployPolicy/ScalingServiceLinkedRole: iam:CreateServiceLinkedRole',
    ],
    why: "AWS's services ask for it where the account has none of their roles yet; the emulator makes them by itself",
  },
  {
    grants: [
      'ResourcesPolicy/CreateRoles: iam:UpdateAssumeRolePolicy',
      'ResourcesPolicy/RolesThatShiftTraffic: iam:UpdateAssumeRolePolicy',
      'ResourcesPolicy/HookRoles: iam:UpdateAssumeRolePolicy',
      'ResourcesPolicy/Resources: elasticloadbalancing:SetRulePriorities',
      'ResourcesPolicy/Resources: elasticloadbalancing:SetSecurityGroups',
    ],
    why: 'only what somebody changed by hand is put right with it: config changes it by another resource, or never',
  },
  {
    grants: ['ResourcesPolicy/Resources: logs:DeleteLogGroup', 'ResourcesPolicy/HookRoles: iam:DeleteRolePolicy'],
    why: 'a service whose first attempt fails, or that is removed, takes these along; tests play it with fakes',
  },
  {
    grants: ['ProvisionPolicy/Stacks: cloudformation:ContinueUpdateRollback'],
    why: 'no fault brings the emulated CloudFormation to UPDATE_ROLLBACK_FAILED in a run; tests play it with fakes',
  },
];
