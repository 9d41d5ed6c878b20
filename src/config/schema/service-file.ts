import { z } from 'zod';
import { beforeDeploymentFile } from './before-deployment-file.ts';
import { port, stackPart, statusCodes, tags, text, urlPath } from './formats.ts';
import { serviceRolesFile } from './role-file.ts';
import { scalingFile } from './scaling-file.ts';
import { scheduledTasksFile } from './scheduled-tasks-file.ts';
import { serviceLoadBalancerFile } from './service-load-balancer-file.ts';
import { SERVICE_SETTINGS } from './service-settings-file.ts';

/**
 * What CloudWatch Logs takes:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const logGroup = z
  .strictObject({
    name: text('a log group name', 'Use up to 512 letters, digits and -_/.#.', /^(?!aws\/)[\w/.#-]{1,512}$/).meta({
      description: "Name of the log group, as the task definition's `awslogs-group` has it.",
    }),
    retentionInDays: z.literal(RETENTION_DAYS).default(30).meta({ description: 'Days that log lines are kept.' }),
  })
  .optional()
  .meta({ description: 'A log group to create for the containers.', 'x-default': 'none' });

/** What `verify.version.equals` may hold in ${…}. */
export const PLACEHOLDERS = ['image.tag', 'image.digest', 'commit'] as const;

const version = z
  .strictObject({
    header: text('a header name', 'Write it like x-app-version.', /^[\w!#$%&'*+.^`|~-]+$/)
      .optional()
      .meta({ description: 'Name of the response header that holds the version.' }),
    body: z.string().min(1).optional().meta({
      description: 'Regular expression whose first group matches the version in the body, instead of `header`.',
    }),
    equals: z
      .string()
      .min(1)
      .meta({
        description: `The version: text that may contain ${PLACEHOLDERS.map((name) => `\`\${${name}}\``).join(', ')}.`,
      }),
    container: z.string().min(1).optional().meta({
      description: 'Container whose image is meant.',
      'x-default': 'the first container of `loadBalancers`',
    }),
  })
  .optional()
  .meta({ description: 'How an answer shows which version gave it.', 'x-default': 'not checked' });

const verify = z
  .strictObject({
    listener: port.optional().meta({
      description: 'Port of the listener to send requests to.',
      'x-default': 'that of the first rule',
    }),
    path: urlPath.optional().meta({ description: 'Path to request.', 'x-default': "the health check's" }),
    host: text('a host name', 'Write it like www.example.com.', /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/)
      .optional()
      .meta({ description: 'Host name to request.', 'x-default': "the load balancer's DNS name" }),
    expectStatus: statusCodes.default('200').meta({ description: 'Status codes that pass, in quotes.' }),
    expectBody: z.string().min(1).optional().meta({ description: 'Text that the body must contain.' }),
    version,
    consecutive: z.int().min(1).max(100).default(3).meta({
      description: 'How many answers in a row must pass after the deployment has ended.',
    }),
    timeoutSeconds: z.int().min(1).max(3600).default(120).meta({ description: 'Deadline for these answers.' }),
    probesPerSecond: z.number().min(0.1).max(10).default(1).meta({
      description:
        'Requests per second during a deployment, if the service answers before it. Only their status codes are checked.',
    }),
    maxFailures: z.int().min(0).default(0).meta({ description: 'How many of these requests may fail.' }),
  })
  .optional()
  .meta({
    description:
      'Requests through the load balancer, and what their answers must be like for a deployment to succeed. Without it, only ECS and the health of the targets decide. The action verify-alb makes the same requests.',
    'x-default': 'none',
  });

const OWN = {
  desiredCount: z.int().min(0).max(5000).optional().meta({
    description: 'Number of tasks. With `scaling` it is the initial number only.',
    'x-default': '`scaling.minCapacity`, otherwise 2',
  }),
  loadBalancers: z
    .array(serviceLoadBalancerFile)
    .max(5)
    .default([])
    .meta({ description: 'Target groups, and the listener rules that send requests to them.' }),
  roles: serviceRolesFile,
  logGroup,
  scaling: scalingFile.optional().meta({ description: 'Scaling of the tasks.', 'x-default': 'none' }),
  verify,
  failFast: z.boolean().default(true).meta({
    description:
      'Whether a deployment is given up (and rolled back, if rollback is on) once all tasks of two rounds in a row have exited. An error that no retry can solve, such as a missing image, ends it in any case.',
  }),
  beforeDeployment: beforeDeploymentFile,
  keepRevisions: z.int().min(1).max(1000).optional().meta({
    description:
      'How many revisions of the task definition are kept: after a successful deployment, older ones that nothing uses are deregistered.',
    'x-default': 'all',
  }),
  scheduledTasks: scheduledTasksFile,
  dependsOn: z
    .array(stackPart)
    .default([])
    .meta({ description: 'Services of the cluster that are deployed before this one.' }),
  tags: tags.default({}).meta({ description: "Tags of the service and its stack, besides the cluster's." }),
  notSecret: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: 'Environment variables that look like secrets and may be read by anyone.' }),
};

/** service.yaml. */
export const serviceFile = z
  .strictObject({ ...OWN, ...SERVICE_SETTINGS })
  .meta({ title: 'service.yaml', description: 'A service: how its tasks run, are reached, scale and are verified.' });

export type ServiceFile = z.output<typeof serviceFile>;
