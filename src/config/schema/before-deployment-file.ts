import { z } from 'zod';
import { awsMembers } from './aws-structures.ts';

const containerOverride = z.strictObject({
  ...awsMembers('ContainerOverride', ['name']),
  name: z.string().min(1),
  environment: z.array(z.strictObject({ name: z.string().min(1), value: z.string().optional() })).optional(),
});

/** RunTask's TaskOverride, and how long the task may take. */
export const beforeDeploymentFile = z
  .strictObject({
    ...awsMembers('TaskOverride', ['containerOverrides', 'inferenceAcceleratorOverrides']),
    containerOverrides: z.array(containerOverride).min(1).meta({
      description:
        "Overrides for its containers, in RunTask's shape. The exit code of the first one named decides: unless it is 0, the service is not updated.",
    }),
    timeoutSeconds: z.int().min(1).max(86_400).default(900).meta({
      description:
        'Deadline, including the wait for room on an instance. When it passes, the task is stopped and the run fails.',
    }),
  })
  .optional()
  .meta({
    description:
      'A task of the new revision that must finish before the service is updated, e.g. a database migration. After a failed run, the next run starts it again.',
    'x-default': 'none',
  });

export type BeforeDeploymentFile = NonNullable<z.output<typeof beforeDeploymentFile>>;
