import { z } from 'zod';
import { roleArn, roleName } from './formats.ts';

/** A role to create under a name, or one that exists. */
export const role = z.strictObject({
  name: roleName.optional().meta({ description: 'Name of the role to create.' }),
  arn: roleArn.optional().meta({ description: 'ARN of a role that exists, instead of `name`.' }),
});

/** `roles` of service.yaml. */
export const serviceRolesFile = z
  .strictObject({
    infrastructure: role.optional().meta({
      description: 'Lets ECS change listener rules, with a strategy that shifts traffic.',
      'x-default': '`name: <cluster>-<service>-ecs`',
    }),
    hook: role.optional().meta({
      description: 'Lets ECS invoke the functions of lifecycle hooks that have no `roleArn`.',
      'x-default': '`name: <cluster>-<service>-hook`',
    }),
  })
  .prefault({})
  .meta({ description: 'IAM roles that ECS needs for this service, to create by name or to use by ARN.' });
