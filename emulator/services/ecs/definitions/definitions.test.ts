import { describe, expect, test } from '@jest/globals';
import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '../../../shapes/ecs.d.ts';
import { compatibilitiesOf, requiredAttributes } from './compatibility.ts';
import { fillDefinition } from './defaults.ts';
import { needsOf } from './needs.ts';
import { cpuUnits, memoryMiB } from './sizes.ts';
import { checkDefinition } from './validation.ts';

const request = (
  container: ContainerDefinition = {},
  more: Partial<RegisterTaskDefinitionRequest> = {},
): RegisterTaskDefinitionRequest => ({
  family: 'f',
  containerDefinitions: [{ name: 'app', image: 'app:v1', memory: 128, ...container }],
  ...more,
});

test('a task definition comes back with everything filled in that AWS fills in, and nothing else', () => {
  expect(fillDefinition(request({ portMappings: [{ containerPort: 80 }] }))).toEqual({
    family: 'f',
    containerDefinitions: [
      {
        name: 'app',
        image: 'app:v1',
        cpu: 0,
        memory: 128,
        essential: true,
        portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp' }],
        environment: [],
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
      },
    ],
    volumes: [],
    placementConstraints: [],
  });
});

test('host and awsvpc modes fix the host port; health checks and sizes are completed', () => {
  const filled = fillDefinition(
    request(
      { portMappings: [{ containerPort: 80 }], healthCheck: { command: ['CMD', 'true'] } },
      { networkMode: 'awsvpc', cpu: '.25 vCPU', memory: '0.5GB' },
    ),
  );
  expect(filled).toMatchObject({
    cpu: '256',
    memory: '512',
    containerDefinitions: [
      {
        portMappings: [{ hostPort: 80 }],
        healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3 },
      },
    ],
  });
});

describe('a registration is refused', () => {
  const two = (more: ContainerDefinition): Partial<RegisterTaskDefinitionRequest> => ({
    containerDefinitions: [
      { name: 'app', image: 'i', memory: 128, ...more },
      { name: 'side', image: 'i', memory: 128, essential: false },
    ],
  });
  test.each<[string, RegisterTaskDefinitionRequest, string]>([
    ['bad family', request({}, { family: 'a b' }), 'Family contains invalid characters.'],
    ['no image', request({ image: '' }), 'Container.image should not be null or empty.'],
    ['no name', request({ name: '' }), 'Container.name should not be null or empty.'],
    [
      'no memory',
      { family: 'f', containerDefinitions: [{ name: 'app', image: 'i' }] },
      "Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be specified.",
    ],
    ['reservation above the limit', request({ memoryReservation: 256 }), "'memory' must be greater than or equal to"],
    ['nothing essential', request({ essential: false }), 'At least one container must be marked as essential.'],
    [
      'links under awsvpc',
      request({ links: ['x'] }, { networkMode: 'awsvpc' }),
      'Links are not supported when networkMode=awsvpc.',
    ],
    [
      'other host port under awsvpc',
      request({ portMappings: [{ containerPort: 80, hostPort: 81 }] }, { networkMode: 'awsvpc' }),
      'the host ports and container ports in port mappings must match.',
    ],
    ['a link to nobody', request({ links: ['db'] }), "The container 'db' does not exist"],
    [
      'HEALTHY without a check',
      request({}, two({ dependsOn: [{ containerName: 'side', condition: 'HEALTHY' }] })),
      'no health check',
    ],
    [
      'SUCCESS of an essential container',
      request(
        {},
        {
          containerDefinitions: [
            { name: 'a', image: 'i', memory: 6 },
            { name: 'b', image: 'i', memory: 6, dependsOn: [{ containerName: 'a', condition: 'SUCCESS' }] },
          ],
        },
      ),
      'is essential',
    ],
    [
      'a circle',
      request(
        {},
        {
          containerDefinitions: [
            { name: 'a', image: 'i', memory: 6, links: ['b'] },
            { name: 'b', image: 'i', memory: 6, links: ['a'] },
          ],
        },
      ),
      'form a cycle',
    ],
    ['containers larger than the task', request({ memory: 1024 }, { memory: '512' }), 'exceeds the memory of the task'],
    [
      'Fargate without a size',
      request({}, { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc' }),
      "Fargate requires that 'cpu' be defined at the task level.",
    ],
  ])('for %s', (_, input, message) => {
    expect(() => checkDefinition(input)).toThrow(message);
  });
  test('and otherwise not', () => {
    const ordered = two({ dependsOn: [{ containerName: 'side', condition: 'SUCCESS' }], links: ['side'] });
    expect(() => checkDefinition(request({}, ordered))).not.toThrow();
  });
});

test('what an instance must be able to do follows from the definition', () => {
  const filled = fillDefinition(
    request(
      {
        image: '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/app:v1',
        memoryReservation: 64,
        logConfiguration: { logDriver: 'awslogs' },
        dependsOn: [],
      },
      { executionRoleArn: 'arn:aws:iam::123456789012:role/x', taskRoleArn: 'arn:aws:iam::123456789012:role/y' },
    ),
  );
  expect(requiredAttributes(filled).map(({ name }) => name)).toEqual([
    'com.amazonaws.ecs.capability.logging-driver.awslogs',
    'ecs.capability.execution-role-awslogs',
    'com.amazonaws.ecs.capability.ecr-auth',
    'ecs.capability.execution-role-ecr-pull',
    'com.amazonaws.ecs.capability.docker-remote-api.1.19',
    'com.amazonaws.ecs.capability.docker-remote-api.1.21',
    'com.amazonaws.ecs.capability.task-iam-role',
  ]);
  expect(compatibilitiesOf(filled)).toEqual(['EXTERNAL', 'EC2']);
  expect(compatibilitiesOf({ ...filled, networkMode: 'awsvpc', cpu: '256', memory: '512' })).toEqual([
    'EC2',
    'FARGATE',
  ]);
});

describe('what a task takes of an instance', () => {
  const containers = [
    {
      name: 'a',
      image: 'i',
      cpu: 100,
      memory: 512,
      memoryReservation: 128,
      portMappings: [{ containerPort: 80, hostPort: 8080 }],
    },
    { name: 'b', image: 'i', cpu: 50, memory: 256, portMappings: [{ containerPort: 80, hostPort: 0 }] },
  ];
  test('is the sum over its containers, soft memory limits before hard ones', () => {
    expect(needsOf({ containerDefinitions: containers })).toEqual({
      cpu: 150,
      memory: 384,
      ports: [8080],
      interfaces: 0,
      attributes: [],
    });
  });
  test('is the size of the task where it has one', () => {
    expect(needsOf({ containerDefinitions: containers, cpu: '256', memory: '1024' })).toMatchObject({
      cpu: 256,
      memory: 1024,
    });
  });
  test('takes no ports of the instance in network mode awsvpc, but a network interface', () => {
    expect(needsOf({ containerDefinitions: containers, networkMode: 'awsvpc' })).toMatchObject({
      ports: [],
      interfaces: 1,
    });
  });
  test('follows overrides', () => {
    const overrides = { containerOverrides: [{ name: 'a', cpu: 200 }] };
    expect(needsOf({ containerDefinitions: containers }, overrides)).toMatchObject({ cpu: 250 });
  });
});

test.each([
  ['256', 256],
  ['1 vCPU', 1024],
  ['.5 vcpu', 512],
  ['x', Number.NaN],
])('%j is %d CPU units', (text, units) => {
  expect(cpuUnits(text)).toBe(units);
});
test.each([
  ['512', 512],
  ['2 GB', 2048],
  ['1TB', Number.NaN],
])('%j is %d MiB', (text, size) => {
  expect(memoryMiB(text)).toBe(size);
});
