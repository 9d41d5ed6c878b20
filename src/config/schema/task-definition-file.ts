import { z } from 'zod';
import { awsEnum, awsMembers } from './aws-structures.ts';
import { text } from './formats.ts';

const containerName = text(
  'a container name',
  'Use up to 255 letters, digits, hyphens and underscores.',
  /^[\w-]{1,255}$/,
);

const portMapping = z.strictObject({
  ...awsMembers('PortMapping'),
  containerPort: z.int().min(0).max(65535).optional(),
  hostPort: z.int().min(0).max(65535).optional(),
});

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
  memory: z.int().min(4).optional(),
  memoryReservation: z.int().min(4).optional(),
  links: z.array(z.string()).optional(),
  dependsOn: z.array(z.strictObject({ ...awsMembers('ContainerDependency'), containerName: z.string() })).optional(),
  portMappings: z.array(portMapping).optional(),
  environment: z.array(z.strictObject({ name: z.string().min(1), value: z.string().optional() })).optional(),
  logConfiguration: z
    .strictObject({
      ...awsMembers('LogConfiguration'),
      logDriver: awsEnum('LogDriver'),
      options: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
});

/** task-definition.yaml: what RegisterTaskDefinition takes, and `image: external`. */
export const taskDefinitionFile = z
  .strictObject({
    ...awsMembers('RegisterTaskDefinitionRequest'),
    $schema: z.string().optional().meta({ description: 'For editors, where the file is JSON and has no comments.' }),
    family: text('a family name', 'Use up to 255 letters, digits, hyphens and underscores.', /^[\w-]{1,255}$/)
      .optional()
      .meta({ description: 'Name of the task definition.', 'x-default': '`<cluster>-<service>`' }),
    networkMode: awsEnum('NetworkMode').optional(),
    memory: z.string().optional(),
    containerDefinitions: z.array(container).min(1).meta({ description: 'The containers of a task.' }),
  })
  .meta({
    title: 'task-definition.yaml',
    description: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  });

export type TaskDefinitionFile = z.output<typeof taskDefinitionFile>;
export type ContainerFile = TaskDefinitionFile['containerDefinitions'][number];
