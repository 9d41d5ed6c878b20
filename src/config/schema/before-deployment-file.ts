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
        "What its containers run with, in RunTask's shape. The exit code of the first one named decides: with any but 0 the service is not updated.",
    }),
    timeoutSeconds: z.int().min(1).max(86_400).default(900).meta({
      description: 'Deadline, waiting for room on an instance included. The task is then stopped, and the run fails.',
    }),
  })
  .optional()
  .meta({
    description:
      'A task of the new revision that runs to its end before the service is updated, e.g. a database migration. A run after a failed one starts it again.',
    'x-default': 'none',
  });

export type BeforeDeploymentFile = NonNullable<z.output<typeof beforeDeploymentFile>>;
