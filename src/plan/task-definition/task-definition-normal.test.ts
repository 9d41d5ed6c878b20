import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../model/json.ts';
import { differences } from '../differences/json-differences.ts';
import { normalTaskDefinition } from './task-definition-normal.ts';

const STATED: JsonObject = {
  family: 'sample',
  containerDefinitions: [
    {
      name: 'proxy',
      image: 'nginx:1.27',
      memory: 64,
      portMappings: [{ containerPort: 80 }],
      links: ['app'],
      environment: [
        { name: 'B', value: '2' },
        { name: 'A', value: '' },
      ],
    },
    {
      name: 'app',
      image: 'app:1',
      memory: 256,
      healthCheck: { command: ['CMD-SHELL', 'true'] },
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'g' } },
    },
  ],
};

/** As DescribeTaskDefinition answers after STATED was registered. */
const DESCRIBED: JsonObject = {
  family: 'sample',
  networkMode: 'bridge',
  volumes: [],
  placementConstraints: [],
  requiresCompatibilities: [],
  containerDefinitions: [
    {
      name: 'app',
      image: 'app:1',
      cpu: 0,
      memory: 256,
      portMappings: [],
      essential: true,
      environment: [],
      mountPoints: [],
      volumesFrom: [],
      systemControls: [],
      healthCheck: { command: ['CMD-SHELL', 'true'], interval: 30, timeout: 5, retries: 3 },
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'g' }, secretOptions: [] },
    },
    {
      name: 'proxy',
      image: 'nginx:1.27',
      cpu: 0,
      memory: 64,
      links: ['app'],
      portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp' }],
      essential: true,
      environment: [
        { name: 'A', value: '' },
        { name: 'B', value: '2' },
      ],
      mountPoints: [],
      volumesFrom: [],
      systemControls: [],
    },
  ],
};

describe('normalTaskDefinition', () => {
  test('makes what was stated equal to what ECS describes', () => {
    expect(differences(normalTaskDefinition(DESCRIBED), normalTaskDefinition(STATED))).toEqual([]);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['an awsvpc host port that is the container port', { networkMode: 'awsvpc', ...port({}) }, described('awsvpc', 80)],
    ['amounts with units', { cpu: '0.5 vCPU', memory: '1 GB' }, { cpu: '512', memory: '1024' }],
    ['flags that are off', container({ privileged: false, interactive: false }), container({})],
    ['a bind mount without a host', { volumes: [{ name: 'v' }] }, { volumes: [{ name: 'v', host: {} }] }],
    ['compatibilities in another order', compatible('EC2', 'FARGATE'), compatible('FARGATE', 'EC2')],
  ])('takes as equal: %s', (_, stated, live) => {
    expect(normalTaskDefinition(stated)).toEqual(normalTaskDefinition(live));
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    ['an image', container({ image: 'a' }), container({ image: 'b' }), 'containerDefinitions.app.image'],
    ['an empty variable that goes', env({ A: '' }), env({}), 'containerDefinitions.app.environment.A'],
    ['a fixed host port', port({ hostPort: 8080 }), port({}), 'containerDefinitions.app.portMappings.80/tcp.hostPort'],
    [
      'a container that stops being essential',
      container({ essential: false }),
      container({}),
      'containerDefinitions.app.essential',
    ],
    [
      'the order of a command',
      container({ command: ['a', 'b'] }),
      container({ command: ['b', 'a'] }),
      'containerDefinitions.app.command',
    ],
    ['the family', { family: 'a' }, { family: 'b' }, 'family'],
  ])('tells apart: %s', (_, before, after, path) => {
    const found = differences(normalTaskDefinition(before), normalTaskDefinition(after));
    expect(found.map((difference) => difference.path.join('.'))).toEqual([path]);
  });
});

test('tells apart ports of the host that lead to one port of the container', () => {
  const from = (...hostPorts: readonly number[]): JsonObject =>
    container({ portMappings: hostPorts.map((hostPort) => ({ containerPort: 80, hostPort })) });
  const found = differences(normalTaskDefinition(from(9001, 9002)), normalTaskDefinition(from(7777, 9002)));
  expect([...new Set(found.map(({ path }) => path[3]))]).toEqual(['80/tcp from 7777', '80/tcp from 9001']);
});

function container(members: JsonObject): JsonObject {
  return { containerDefinitions: [{ name: 'app', ...members }] };
}

function env(variables: Readonly<Record<string, string>>): JsonObject {
  return container({ environment: Object.entries(variables).map(([name, value]) => ({ name, value })) });
}

function port(members: JsonObject): JsonObject {
  return container({ portMappings: [{ containerPort: 80, ...members }] });
}

function described(networkMode: string, hostPort: number): JsonObject {
  return {
    networkMode,
    ...container({ cpu: 0, essential: true, portMappings: [{ containerPort: 80, hostPort, protocol: 'tcp' }] }),
  };
}

function compatible(...compatibilities: readonly string[]): JsonObject {
  return { requiresCompatibilities: compatibilities };
}
