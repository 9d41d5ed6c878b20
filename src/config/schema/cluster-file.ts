import { z } from 'zod';
import { capacityFile } from './capacity-file.ts';
import { account, cidrBlock, region, stackPart, subnetId, tags, text } from './formats.ts';
import { loadBalancerFile } from './load-balancer-file.ts';
import { role } from './role-file.ts';

const network = z
  .strictObject({
    vpc: text(
      'a VPC',
      'Write default, create, or an id like vpc-0123456789abcdef0.',
      /^(default|create|vpc-[0-9a-f]{8,17})$/,
    )
      .default('default')
      .meta({
        description:
          "`default` is the region's default VPC, `create` makes one with public subnets in the stack, `vpc-…` uses one that exists.",
      }),
    availabilityZones: z.array(z.string()).optional().meta({
      description: 'At least two zones, with `default` or `create`.',
      'x-default': "all of a default VPC, the region's first two of a created one",
    }),
    cidrBlock: cidrBlock
      .optional()
      .meta({ description: 'Address range of a created VPC.', 'x-default': '10.0.0.0/16' }),
    subnets: z
      .array(subnetId)
      .optional()
      .meta({ description: 'Subnets of the load balancer in at least two zones; needed with `vpc-…`.' }),
    instanceSubnets: z
      .array(subnetId)
      .optional()
      .meta({ description: 'Subnets of the instances, with `vpc-…`.', 'x-default': '`subnets`' }),
  })
  .prefault({})
  .meta({ description: 'Where the load balancer and the instances are.' });

const consent = z.strictObject({
  stack: z.string().min(1).optional().meta({
    description: 'The stack that the resource is in, as the plan shows it; to be given for the stack of a service.',
    'x-default': "the cluster's stack",
  }),
  resource: z.string().min(1).meta({
    description:
      'The resource, as the plan shows it; `service/<name>` or `stack/<name>` to remove what is no longer in config.',
  }),
  property: z.string().min(1).optional().meta({ description: 'The property that changes, as the plan shows it.' }),
  to: z.string().optional().meta({ description: 'The new value: the consent then covers this change only.' }),
});

/** cluster.yaml. */
export const clusterFile = z
  .strictObject({
    name: stackPart
      .optional()
      .meta({ description: 'Must be the name of the folder.', 'x-default': "the folder's name" }),
    region: region.meta({ description: 'AWS region; a run in another region is refused.' }),
    account: account.meta({
      description: 'AWS account id, in quotes; a run with credentials of another account is refused.',
    }),
    network,
    roles: z
      .strictObject({
        service: role.optional().meta({
          description: 'A role for ECS itself. It is created but not used: the service-linked role replaces it.',
          'x-default': 'none',
        }),
        instance: role.optional().meta({
          description: 'The role of the instances.',
          'x-default': '`name: <cluster>-instance-role`',
        }),
      })
      .prefault({})
      .meta({ description: 'IAM roles of the cluster, to create by name or to use by ARN.' }),
    capacity: capacityFile,
    loadBalancer: loadBalancerFile,
    tags: tags.default({}).meta({ description: "Tags of everything in the cluster's stacks and of its services." }),
    allow: z
      .array(consent)
      .default([])
      .meta({ description: 'Consents to individual dangerous changes. Remove each when its change is done.' }),
  })
  .meta({ title: 'cluster.yaml', description: 'A cluster, its instances and its load balancer.' });

export type ClusterFile = z.output<typeof clusterFile>;
