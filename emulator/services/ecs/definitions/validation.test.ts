import { describe, expect, test } from '@jest/globals';
import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '../../../shapes/ecs.d.ts';
import { checkDefinition } from './validation.ts';

type Definition = Partial<RegisterTaskDefinitionRequest>;

const ROLE = 'arn:aws:iam::123456789012:role/execution';
const app: ContainerDefinition = { name: 'app', image: 'app:v1', memory: 128 };
const side: ContainerDefinition = { name: 'side', image: 'side:v1', memory: 128, essential: false };

function refusal(container: ContainerDefinition, task: Definition = {}, others: ContainerDefinition[] = []): string {
  const containerDefinitions = [{ ...app, ...container }, ...others];
  try {
    checkDefinition({ family: 'f', containerDefinitions, ...task });
    return 'accepted';
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message}`;
  }
}

const awslogs = (options: Record<string, string>): ContainerDefinition => ({
  logConfiguration: { logDriver: 'awslogs', options },
});
const LOGS = { 'awslogs-region': 'ap-northeast-1', 'awslogs-group': '/ecs/app' };
const secret = { name: 'TOKEN', valueFrom: '/app/token' };
const check = (more: Partial<NonNullable<ContainerDefinition['healthCheck']>>): ContainerDefinition => ({
  healthCheck: { command: ['CMD-SHELL', 'true'], ...more },
});
const ports = (...portMappings: NonNullable<ContainerDefinition['portMappings']>): ContainerDefinition => ({
  portMappings,
});

describe('a registration is refused with a ClientException', () => {
  test.each<[what: string, container: ContainerDefinition, task: Definition, message: string]>([
    ['a family with blanks', {}, { family: 'a b' }, 'Family contains invalid characters.'],
    ['no container', {}, { containerDefinitions: [] }, 'Container list cannot be empty.'],
    [
      'eleven containers',
      {},
      { containerDefinitions: Array.from({ length: 11 }, (_, index) => ({ ...app, name: `c${index}` })) },
      'Too many containers.',
    ],
    [
      'more than 64 KiB',
      { environment: [{ name: 'LONG', value: 'v'.repeat(65_536) }] },
      {},
      "Actual length: '65663'. Max allowed length is '65536' bytes.",
    ],
    ['no name', { name: '' }, {}, 'Container.name should not be null or empty.'],
    ['no image', { image: '' }, {}, 'Container.image should not be null or empty.'],
    ['an image with blanks', { image: 'no image' }, {}, 'Container.image contains invalid characters.'],
    [
      'no memory',
      {},
      { containerDefinitions: [{ name: 'app', image: 'i' }] },
      "Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be specified.",
    ],
    [
      'less memory than Docker gives',
      { memory: 5 },
      {},
      "Invalid setting for container 'app'. 'memory' must be at least 6 MiB.",
    ],
    [
      'a smaller reservation than Docker gives',
      { memoryReservation: 4 },
      {},
      "Invalid setting for container 'app'. 'memoryReservation' must be at least 6 MiB.",
    ],
    [
      'a reservation above the limit',
      { memoryReservation: 256 },
      {},
      "Invalid setting for container 'app'. 'memory' must be greater than or equal to 'memoryReservation'.",
    ],
    [
      'nothing essential',
      { essential: false },
      {},
      'Invalid task definition. At least one container must be marked as essential.',
    ],
    [
      'links under awsvpc',
      { links: ['x'] },
      { networkMode: 'awsvpc' },
      'Links are not supported when networkMode=awsvpc.',
    ],
    [
      'another host port under awsvpc',
      ports({ containerPort: 80, hostPort: 81 }),
      { networkMode: 'awsvpc' },
      'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
    ],
    [
      'another host port under host',
      ports({ containerPort: 80, hostPort: 8080 }),
      { networkMode: 'host' },
      'When networkMode=host, the host ports and container ports in port mappings must match.',
    ],
    [
      'a host port twice',
      ports({ containerPort: 80, hostPort: 3000 }, { containerPort: 81, hostPort: 3000 }),
      {},
      "TCP host port '3000' is mapped multiple times in task.",
    ],
    [
      'a port of a shared network twice',
      ports({ containerPort: 53, protocol: 'udp' }, { containerPort: 53, protocol: 'udp' }),
      { networkMode: 'host' },
      "UDP host port '53' is mapped multiple times in task.",
    ],
    [
      'secrets without an execution role',
      { secrets: [secret] },
      {},
      "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    ],
    [
      'an empty list of secrets without an execution role',
      { secrets: [] },
      {},
      "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    ],
    [
      'credentials of a registry without an execution role',
      { repositoryCredentials: { credentialsParameter: 'registry' } },
      {},
      'Private repository authentication requires that the task definition specify a value for executionRoleArn.',
    ],
    [
      'a secret twice',
      { secrets: [secret, secret] },
      { executionRoleArn: ROLE },
      'Duplicate secret names found: TOKEN. Each secret name must be unique.',
    ],
    [
      'a secret with the name of a variable',
      { secrets: [secret], environment: [{ name: 'TOKEN', value: 'x' }] },
      { executionRoleArn: ROLE },
      "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'TOKEN'.",
    ],
    [
      'a variable without a name',
      { environment: [{ name: '', value: 'x' }] },
      {},
      'Container.environment.name should not be null or empty.',
    ],
    ['an execution role that is none', {}, { executionRoleArn: 'not a role' }, 'Role is not valid'],
    [
      'a task role that is another resource',
      {},
      { taskRoleArn: 'arn:aws:ecs:eu-west-1:1:cluster/c' },
      'Role is not valid',
    ],
    ['an empty task role', {}, { taskRoleArn: '' }, 'Role is not valid'],
    [
      'an unknown volume',
      { mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }] },
      {},
      "Unknown volume 'data'.",
    ],
    [
      'a volume twice',
      {},
      { volumes: [{ name: 'd' }, { name: 'd' }] },
      "The volume 'd' is defined multiple times in task.",
    ],
    [
      'volumes from nobody',
      { volumesFrom: [{ sourceContainer: 'db' }] },
      {},
      "Invalid 'volumesFrom' setting. Unknown container: 'db'.",
    ],
    ['awslogs without options', awslogs({}), {}, 'Log driver awslogs requires options: awslogs-region, awslogs-group'],
    [
      'awslogs without a region',
      awslogs({ 'awslogs-group': '/ecs/app' }),
      {},
      'Log driver awslogs requires options: awslogs-region',
    ],
    [
      'an option that awslogs does not have',
      awslogs({ ...LOGS, log_key: 'log' }),
      {},
      'Log driver awslogs disallows options: log_key',
    ],
    [
      'a log group that is not to be created',
      awslogs({ ...LOGS, 'awslogs-create-group': 'false' }),
      {},
      "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.",
    ],
    [
      'a health check without a command',
      check({ command: [] }),
      {},
      'Container.healthCheck.command should not be null or empty.',
    ],
    [
      'a stop timeout of a second',
      { stopTimeout: 1 },
      {},
      "Granular stop timeout on container 'app' must be at least 2 seconds.",
    ],
    [
      'no time to start',
      { startTimeout: 0 },
      {},
      "Granular start timeout on container 'app' must be at least 2 seconds.",
    ],
    [
      'more CPU than the task has',
      { cpu: 512 },
      { cpu: '256' },
      "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
    ],
    ['CPU that is no number', {}, { cpu: 'lots' }, "Invalid 'cpu' setting for task: lots"],
    [
      'a container with more memory than the task',
      { memory: 1024 },
      { memory: '512' },
      "The 'memory' setting for container 'app' is greater than for the task.",
    ],
    [
      'containers with more memory than the task',
      {},
      { memory: '200', containerDefinitions: [app, side] },
      "Invalid 'memory' setting for task. The sum of the containers' memory exceeds the memory of the task.",
    ],
    [
      'Fargate without a size',
      {},
      { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc' },
      "Fargate requires that 'cpu' be defined at the task level.",
    ],
    [
      'Fargate on a bridge',
      {},
      { requiresCompatibilities: ['FARGATE'] },
      "Fargate only supports network mode 'awsvpc'.",
    ],
  ])('for %s', (_, container, task, message) => {
    expect(refusal(container, task)).toBe(`ClientException: ${message}`);
  });

  test.each([
    ['interval', 4, '5 and 300'],
    ['interval', 301, '5 and 300'],
    ['timeout', 1, '2 and 60'],
    ['timeout', 61, '2 and 60'],
    ['retries', 0, '1 and 10'],
    ['retries', 11, '1 and 10'],
    ['startPeriod', -1, '0 and 300'],
    ['startPeriod', 301, '0 and 300'],
  ])('for a health check with %s %d', (key, value, range) => {
    expect(refusal(check({ [key]: value }))).toBe(
      `ClientException: Invalid 'healthCheck.${key}' setting for container 'app'. It must be between ${range}.`,
    );
  });

  test.each<[string, ContainerDefinition, string]>([
    ['that does not exist', { links: ['db'] }, "Cannot depend on container + 'db' because it does not exist"],
    [
      'without a health check that is to be healthy',
      { dependsOn: [{ containerName: 'side', condition: 'HEALTHY' }] },
      'A dependency container with HEALTHY condition must have health check configured',
    ],
    [
      'in a circle',
      { links: ['side'], dependsOn: [{ containerName: 'app', condition: 'START' }] },
      'The container dependencies of the task definition form a cycle.',
    ],
  ])('for a dependency on a container %s', (_, container, message) => {
    expect(refusal(container, {}, [side])).toBe(`ClientException: ${message}`);
  });

  test('for a dependency on the end of an essential container', () => {
    const waiting: ContainerDefinition = { ...side, dependsOn: [{ containerName: 'app', condition: 'SUCCESS' }] };
    expect(refusal({}, {}, [waiting])).toBe(
      'ClientException: A dependency container with SUCCESS or COMPLETE condition cannot be an essential container',
    );
  });
});

describe('a registration is refused with an InvalidParameterException', () => {
  test.each<[string, NonNullable<Definition['placementConstraints']>]>([
    ['eleven constraints', Array.from({ length: 11 }, () => ({ type: 'memberOf', expression: 'attribute:x == y' }))],
    ['a constraint without an expression', [{ type: 'memberOf' }]],
    ['an expression that cannot be read', [{ type: 'memberOf', expression: '(((' }]],
  ])('for %s', (_, placementConstraints) => {
    expect(refusal({}, { placementConstraints })).toMatch(/^InvalidParameterException: /);
  });
});

describe('a registration is accepted', () => {
  test.each<[string, ContainerDefinition, Definition]>([
    [
      'with containers in an order',
      { dependsOn: [{ containerName: 'side', condition: 'SUCCESS' }], links: ['side'] },
      {},
    ],
    ['with a role by name', {}, { executionRoleArn: 'execution', taskRoleArn: ROLE }],
    [
      'with a port for each protocol',
      ports({ containerPort: 53, hostPort: 53 }, { containerPort: 53, hostPort: 53, protocol: 'udp' }),
      {},
    ],
    ['with dynamic ports', ports({ containerPort: 80, hostPort: 0 }, { containerPort: 81, hostPort: 0 }), {}],
    ['with every option of awslogs', awslogs({ ...LOGS, mode: 'blocking', 'awslogs-create-group': 'true' }), {}],
    [
      'with a variable twice',
      {
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
        ],
      },
      {},
    ],
    ['with a command that Docker does not run', check({ command: ['/healthcheck'] }), {}],
    ['with exactly the CPU of the task', { cpu: 256 }, { cpu: '.25 vCPU' }],
  ])('%s', (_, container, task) => {
    expect(refusal(container, task, [side])).toBe('accepted');
  });
});
