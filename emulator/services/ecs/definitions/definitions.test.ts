import { describe, expect, test } from '@jest/globals';
import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '../../../shapes/ecs.d.ts';
import { compatibilitiesOf, requiredAttributes } from './compatibility.ts';
import { fillDefinition } from './defaults.ts';
import { needsOf } from './needs.ts';
import { cpuUnits, memoryMiB } from './sizes.ts';

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
