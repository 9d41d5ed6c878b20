import { z } from 'zod';
import { awsDocumentation, awsEnum, awsMembers } from './aws-structures.ts';
import { roleNameOrArn, text } from './formats.ts';
import { placementConstraintsFile } from './placement-constraints-file.ts';

const containerName = text(
  'a container name',
  'Use up to 255 letters, digits, hyphens and underscores.',
  /^[\w-]{1,255}$/,
);

const portMapping = z.strictObject({
  ...awsMembers('PortMapping'),
  containerPort: z.int().min(0).max(65535).optional(),
  hostPort: z.int().min(0).max(65535).optional(),
  protocol: awsEnum('TransportProtocol').optional(),
});

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const healthCheck = z.strictObject({
  command: z.array(z.string()).min(1),
  interval: z.int().min(5).max(300).optional(),
  timeout: z.int().min(2).max(60).optional(),
  retries: z.int().min(1).max(10).optional(),
  startPeriod: z.int().min(0).max(300).optional(),
});

const secret = z.strictObject({ name: z.string().min(1), valueFrom: z.string().min(1) });

/** The least that Docker gives a container is 6 MiB. */
const mebibytes = z.int().min(6);

const timeoutSeconds = z.int().min(2);

const container = z.strictObject({
  ...awsMembers('ContainerDefinition'),
  name: containerName,
  image: z
    .string()
    .min(1)
    .meta({ description: "An image, or `external` where the application's own repository deploys it." }),
  initialImage: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'With `image: external`: what the first deployment runs.' }),
  essential: z.boolean().optional(),
  cpu: z
    .int({ error: ({ input }) => unitsHint(input) })
    .min(0)
    .optional(),
  memory: mebibytes.optional(),
  memoryReservation: mebibytes.optional(),
  links: z.array(z.string()).optional(),
  dependsOn: z
    .array(z.strictObject({ containerName: z.string(), condition: awsEnum('ContainerCondition') }))
    .optional(),
  startTimeout: timeoutSeconds.optional(),
  stopTimeout: timeoutSeconds.optional(),
  healthCheck: healthCheck.optional(),
  secrets: z.array(secret).optional(),
  mountPoints: z.array(z.strictObject({ ...awsMembers('MountPoint'), sourceVolume: z.string() })).optional(),
  volumesFrom: z.array(z.strictObject({ ...awsMembers('VolumeFrom'), sourceContainer: z.string() })).optional(),
  portMappings: z.array(portMapping).optional(),
  environment: z.array(z.strictObject({ name: z.string().min(1), value: z.string().optional() })).optional(),
  logConfiguration: z
    .strictObject({
      ...awsMembers('LogConfiguration'),
      logDriver: awsEnum('LogDriver'),
      options: z.record(z.string(), z.string()).optional(),
      secretOptions: z.array(secret).optional(),
    })
    .optional(),
});

/** For somebody who thinks in vCPUs: 0.25. */
function unitsHint(input: unknown): string | undefined {
  if (typeof input !== 'number' || Number.isInteger(input)) return undefined;
  return `a number of CPU units\n1024 units are one vCPU: ${Math.round(input * 1024)}.`;
}

/** task-definition.yaml: what RegisterTaskDefinition takes, and `image: external`. */
export const taskDefinitionFile = z
  .strictObject({
    ...awsMembers('RegisterTaskDefinitionRequest', ['tags']),
    $schema: z.string().optional().meta({ description: 'For editors, where the file is JSON and has no comments.' }),
    family: text('a family name', 'Use up to 255 letters, digits, hyphens and underscores.', /^[\w-]{1,255}$/)
      .optional()
      .meta({ description: 'Name of the task definition.', 'x-default': '`<cluster>-<service>`' }),
    networkMode: awsEnum('NetworkMode').optional(),
    taskRoleArn: roleNameOrArn.optional(),
    executionRoleArn: roleNameOrArn.optional(),
    requiresCompatibilities: z.array(awsEnum('Compatibility')).optional(),
    cpu: z.string({ error: ({ input }) => unitsHint(input) }).optional(),
    memory: z.string().optional(),
    volumes: z
      .array(z.strictObject({ ...awsMembers('Volume'), name: z.string().min(1) }))
      .optional()
      .meta({ description: awsDocumentation('Volume') }),
    placementConstraints: placementConstraintsFile('TaskDefinitionPlacementConstraint'),
    containerDefinitions: z.array(container).min(1).max(10).meta({ description: 'The containers of a task.' }),
  })
  .meta({
    title: 'task-definition.yaml',
    description: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  });

export type TaskDefinitionFile = z.output<typeof taskDefinitionFile>;
export type ContainerFile = TaskDefinitionFile['containerDefinitions'][number];
