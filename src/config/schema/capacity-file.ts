import { z } from 'zod';
import { capacityProviderName, groupName, securityGroupName, text } from './formats.ts';

const steps = z
  .strictObject({
    scaleOut: z.int().min(1).max(100).default(1).meta({ description: 'Instances to add when the alarm fires.' }),
    scaleIn: z
      .int()
      .min(-100)
      .max(-1)
      .default(-1)
      .meta({ description: 'Instances to remove when the alarm fires, as a negative number.' }),
    cooldown: z.int().min(0).max(86400).default(300).meta({ description: 'Seconds between two steps.' }),
  })
  .prefault({})
  .meta({ description: "The group's two step policies, with `instanceScaling: alarms`." });

/** `capacity` of cluster.yaml. */
export const capacityFile = z
  .strictObject({
    instanceScaling: z.enum(['managed', 'alarms']).default('managed').meta({
      description:
        '`managed`: ECS adds instances for tasks that wait, and drains them before they go. `alarms`: the alarms of the service that says `drivesInstances` scale them.',
    }),
    instanceType: text('an instance type', 'Write it like t3.medium.', /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/)
      .default('t3.medium')
      .meta({ description: 'EC2 instance type.' }),
    image: text(
      'an AMI',
      'Write an id like ami-0123456789abcdef0, or resolve:ssm:/path/of/a/parameter.',
      /^(ami-[0-9a-f]{8,17}|resolve:ssm:[\w./-]+(:\d+)?)$/,
    )
      .optional()
      .meta({
        description: 'AMI of the instances: an id, or `resolve:ssm:` and a parameter that EC2 reads at each launch.',
        'x-default': "ECS-optimized Amazon Linux 2023 of the instance type's architecture",
      }),
    minSize: z.int().min(0).max(5000).default(2).meta({ description: 'Minimum number of instances.' }),
    maxSize: z.int().min(1).max(5000).default(4).meta({ description: 'Maximum number of instances.' }),
    targetCapacity: z.int().min(1).max(100).default(100).meta({
      description: 'Percentage of the instances to keep in use; below 100 leaves room for rollouts. With `managed`.',
    }),
    instanceWarmupPeriod: z
      .int()
      .min(0)
      .max(10000)
      .default(60)
      .meta({ description: 'Seconds until a new instance counts. With `managed`.' }),
    associatePublicIpAddress: z.boolean().optional().meta({
      description: 'Whether instances get public addresses. Without one they need another way to the internet.',
      'x-default': '`true`, but `false` with `instanceSubnets` or an internal load balancer in a VPC that exists',
    }),
    rootVolumeSize: z.int().min(30).max(16384).default(30).meta({ description: 'GiB of the root volume.' }),
    agent: z
      .record(
        text('an agent variable', 'Write it like ECS_CONTAINER_STOP_TIMEOUT.', /^[A-Z][A-Z0-9_]*$/),
        text('a value on one line', 'Remove the line break.', /^[^\r\n]*$/),
      )
      .default({})
      .meta({ description: 'Variables of the ECS agent (/etc/ecs/ecs.config) besides ECS_CLUSTER.' }),
    autoScalingGroupName: groupName
      .optional()
      .meta({ description: 'Name of the Auto Scaling group.', 'x-default': '`<cluster>-autoscaling-group`' }),
    launchTemplateName: groupName
      .optional()
      .meta({ description: 'Name of the launch template.', 'x-default': '`<cluster>-autoscaling-setting`' }),
    securityGroupName: securityGroupName
      .optional()
      .meta({ description: "Name of the instances' security group.", 'x-default': '`<cluster>-autoscaling-sg`' }),
    capacityProviderName: capacityProviderName
      .optional()
      .meta({ description: 'Name of the capacity provider.', 'x-default': '`capacity-<cluster>`' }),
    steps,
  })
  .prefault({})
  .meta({ description: 'The instances that the tasks run on.' });
