import { describe, expect, test } from '@jest/globals';
import { issuesOf, serviceIssues, taskDefinitionIssues, warningsOf } from '../../../tests/builders/config-files.ts';
import { isQuery } from './query.ts';

const TASK_YAML = 'services/api/task-definition.yaml';
const ROLE = 'executionRoleArn: ecsTaskExecutionRole\n';
const side = (more: string): string => `  - { name: side, image: a:1, memory: 8${more} }\n`;
const logs = (options: string): string => `    logConfiguration: { logDriver: awslogs, options: { ${options} } }\n`;
const LOGS = 'awslogs-group: g, awslogs-region: ap-northeast-1';

/** What RegisterTaskDefinition would refuse. */
describe('a task definition is refused', () => {
  test.each<[what: string, lines: string, issues: string[]]>([
    [
      'with a health check out of range',
      '    healthCheck: { command: [CMD, "true"], interval: 1, timeout: 61, retries: 11, startPeriod: 301 }\n',
      [
        '6:54 containerDefinitions[0].healthCheck.interval is the number 1. Give at least 5.',
        '6:66 containerDefinitions[0].healthCheck.timeout is the number 61. Give at most 60.',
        '6:79 containerDefinitions[0].healthCheck.retries is the number 11. Give at most 10.',
        '6:96 containerDefinitions[0].healthCheck.startPeriod is the number 301. Give at most 300.',
      ],
    ],
    [
      'with an empty health check',
      '    healthCheck: { command: [] }\n',
      ['6:29 containerDefinitions[0].healthCheck.command is an empty list. Add an item, or remove the key.'],
    ],
    [
      'with a health check that Docker does not run',
      '    healthCheck: { command: [curl, localhost] }\n',
      [
        '6:29 A health check begins with CMD or CMD-SHELL; without them, Docker checks nothing. Write it like [CMD-SHELL, "curl -f http://localhost/ || exit 1"].',
      ],
    ],
    [
      'with a secret and no role to read it',
      '    secrets: [{ name: A, valueFrom: /a }]\n',
      [
        '6:14 secrets needs an execution role. Add "executionRoleArn: …" to the root of this file: a role that may read them, and that TaskRoles of the identity stack names.',
      ],
    ],
    [
      'with a secret log option and no role to read it',
      '    logConfiguration: { logDriver: splunk, secretOptions: [{ name: splunk-token, valueFrom: /a }] }\n',
      [
        '6:59 logConfiguration.secretOptions needs an execution role. Add "executionRoleArn: …" to the root of this file: a role that may read them, and that TaskRoles of the identity stack names.',
      ],
    ],
    [
      'with a secret twice, and one that is a variable too',
      `    environment: [{ name: B }]\n    secrets: [{ name: A, valueFrom: /a }, { name: A, valueFrom: /b }, { name: B, valueFrom: /c }]\n${ROLE}`,
      [
        '7:51 The variable A is set already. Keep one of the two.',
        '7:79 The variable B is set already. Keep one of the two.',
      ],
    ],
    [
      'with a role that is none',
      'executionRoleArn: "not a role"\n',
      [
        '6:19 executionRoleArn is the text "not a role", which is not a role. Write its ARN, like arn:aws:iam::123456789012:role/NAME, or its name.',
      ],
    ],
    [
      'with an unknown volume',
      '    mountPoints: [{ sourceVolume: dat, containerPath: /d }]\nvolumes: [{ name: data }]\n',
      ['6:35 There is no volume "dat". Did you mean "data"?'],
    ],
    [
      'with a volume twice',
      'volumes: [{ name: data }, { name: data }]\n',
      ['6:35 Another volume is already named "data". Give each volume its own name.'],
    ],
    [
      'with volumes from nobody',
      `    volumesFrom: [{ sourceContainer: sid }]\n${side('')}`,
      ['6:38 There is no other container "sid". Did you mean "side"?'],
    ],
    [
      'with awslogs without a group and a region',
      logs(''),
      [
        '6:54 The awslogs driver needs awslogs-group. Add "awslogs-group: …" to the options.',
        '6:54 The awslogs driver needs awslogs-region. Add "awslogs-region: ap-northeast-1" to the options.',
      ],
    ],
    [
      'with an option that awslogs does not have',
      logs(`${LOGS}, awslogs-stream-prefx: a`),
      [
        '6:128 The awslogs driver does not have the option "awslogs-stream-prefx". Did you mean "awslogs-stream-prefix"?',
      ],
    ],
    [
      'with a log group that is not to be created',
      logs(`${LOGS}, awslogs-create-group: "false"`),
      ['6:128 awslogs-create-group can only be "true". Remove it: without it, no group is created.'],
    ],
    [
      'with eleven containers',
      Array.from({ length: 10 }, (_, index) => `  - { name: c${index}, image: a:1, memory: 8 }\n`).join(''),
      ['2:3 containerDefinitions is a list of the wrong length. Give it at most 10 items.'],
    ],
    [
      'with a host port twice',
      side(', portMappings: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }]'),
      ['6:125 TCP port 80 is mapped already. Give each mapping its own port.'],
    ],
    [
      'with a port of a shared network twice',
      `${side(', portMappings: [{ containerPort: 8080 }]')}networkMode: host\n`,
      ['6:74 TCP port 8080 is mapped already. Give each mapping its own port.'],
    ],
    [
      'with less memory than Docker gives',
      side(', memoryReservation: 4'),
      ['6:61 containerDefinitions[1].memoryReservation is the number 4. Give at least 6.'],
    ],
    [
      'with a stop timeout of a second',
      '    stopTimeout: 1\n',
      ['6:18 containerDefinitions[0].stopTimeout is the number 1. Give at least 2.'],
    ],
    [
      'with vCPUs for units',
      '    cpu: 0.25\n',
      [
        '6:10 containerDefinitions[0].cpu must be a number of CPU units, but is the number 0.25. 1024 units are one vCPU: 256.',
      ],
    ],
    [
      'with vCPUs for units of the task',
      'cpu: 0.25\n',
      ['6:6 cpu must be a number of CPU units, but is the number 0.25. 1024 units are one vCPU: 256.'],
    ],
    [
      'with sizes that are none',
      'cpu: lots\nmemory: much\n',
      [
        '6:6 cpu is "lots", which is not a number of CPU units. Write units, "256", or vCPUs, ".25 vCPU".',
        '7:9 memory is "much", which is not an amount of memory. Write MiB, "512", or "0.5 GB".',
      ],
    ],
    [
      'with more CPU in its containers than it has',
      '    cpu: 512\ncpu: ".25 vCPU"\n',
      [
        '7:6 cpu is 256 units, but the containers together reserve 512. Write "512" or more, or lower cpu of a container.',
      ],
    ],
    [
      'with more memory in a container than it has',
      'memory: "128"\n',
      [
        '4:13 Container "web" has 256 MiB of memory, and its task 128. Raise memory of the task, or lower that of the container.',
      ],
    ],
    [
      'with more memory in its containers than it has',
      `${side('')}memory: "256"\n`,
      [
        '7:9 memory is 256 MiB, but the containers together reserve 264. Write "264" or more, or lower memory of a container.',
      ],
    ],
    [
      'with more than 64 KiB',
      `    environment: [{ name: A, value: ${'a'.repeat(65_536)} }]\n`,
      [
        '1:1 This task definition has 65694 bytes of JSON, more than 65536. Move long values out of it, e.g. to Parameter Store.',
      ],
    ],
    [
      'with constraints that cannot be read',
      'placementConstraints: [{ type: memberOf }, { type: memberOf, expression: "(((" }]\n',
      [
        '6:24 memberOf needs an expression. Add it, like "attribute:ecs.instance-type =~ t3.*".',
        '6:74 "(((" is not an expression. Write it like "attribute:ecs.instance-type =~ t3.*".',
      ],
    ],
    [
      'with a wait for the health of a container without a check',
      `    dependsOn: [{ containerName: side, condition: HEALTHY }]\n${side('')}`,
      ['6:51 Container "side" has no health check. Add "healthCheck:" to it, or write "condition: START".'],
    ],
    [
      'with a wait for the end of an essential container',
      `    dependsOn: [{ containerName: side, condition: SUCCESS }]\n${side('')}`,
      ['6:51 Container "side" is essential: its end is the end of the task. Write "essential: false" in it.'],
    ],
    [
      'with containers that wait for each other',
      `    links: [side]\n${side(', dependsOn: [{ containerName: web, condition: START }]')}`,
      [
        '2:5 These containers wait for each other: web → side → web. Remove one of the dependencies.',
        '7:5 These containers wait for each other: side → web → side. Remove one of the dependencies.',
      ],
    ],
    [
      'for Fargate on a bridge',
      'requiresCompatibilities: [FARGATE]\nnetworkMode: bridge\n',
      ['7:14 Fargate does not have "networkMode: bridge". Write "networkMode: awsvpc", or remove FARGATE.'],
    ],
    [
      'with an image that nothing completes',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody writes who expects a shell
      '  - { name: side, image: "app:${IMAGE_TAG}", memory: 8 }\n',
      [
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the same
        '6:26 ${IMAGE_TAG} in "app:${IMAGE_TAG}" stays as it is written: nothing replaces it. Write the tag, or "image: external" where another workflow deploys the image.',
      ],
    ],
    [
      'with an image that is none',
      '  - { name: side, image: "no image", memory: 8 }\n',
      ['6:26 "no image" is not an image. Write it like repository/name:tag.'],
    ],
  ])('%s', (_, lines, issues) => {
    expect(taskDefinitionIssues(lines)).toEqual(issues.map((issue) => `${TASK_YAML}:${issue}`));
  });
});

describe('a service is refused', () => {
  test.each<[what: string, lines: string, issues: string[]]>([
    [
      'with commands and no task role',
      'enableExecuteCommand: true\n',
      [
        '4:23 enableExecuteCommand needs a task role. Add "taskRoleArn: …" to task-definition.yaml: a role that may open channels of Session Manager.',
      ],
    ],
    [
      'with a constraint that has nothing to say',
      'placementConstraints: [{ type: distinctInstance, expression: a }]\n',
      ['4:62 distinctInstance has no expression. Remove it.'],
    ],
  ])('%s', (_, lines, issues) => {
    expect(serviceIssues(lines)).toEqual(issues.map((issue) => `services/api/service.yaml:${issue}`));
  });

  test('with a grace period and no load balancer', () => {
    expect(issuesOf({ 'services/api/service.yaml': 'healthCheckGracePeriodSeconds: 30\n' })).toEqual([
      'services/api/service.yaml:1:32 healthCheckGracePeriodSeconds needs a load balancer. Remove it, or add "loadBalancers:".',
    ]);
  });
});

test.each([
  ['web', 'web'],
  ['web:latest', 'web:latest'],
  ['registry:5000/web', 'registry:5000/web'],
])('an image %s is warned of, since its tag moves', (image) => {
  const task = `containerDefinitions: [{ name: web, image: "${image}", memory: 8, portMappings: [{ containerPort: 8080 }] }]\n`;
  expect(warningsOf({ [TASK_YAML]: task })).toEqual([
    `${TASK_YAML}:1:44 "${image}" may point to another image tomorrow, and no run would deploy that: config has not changed. Write a tag that never moves, like a version or a commit, or a digest.`,
  ]);
});

test.each(['web:1.28', 'registry:5000/web:v1', `web@sha256:${'0'.repeat(64)}`])('an image %s stays', (image) => {
  const task = `containerDefinitions: [{ name: web, image: "${image}", memory: 8, portMappings: [{ containerPort: 8080 }] }]\n`;
  expect(warningsOf({ [TASK_YAML]: task })).toEqual([]);
});

describe('an expression of the cluster query language', () => {
  test.each([
    'attribute:ecs.instance-type =~ t3.*',
    'attribute:ecs.availability-zone in [us-east-1a, us-east-1b]',
    'attribute:ecs.availability-zone not_in [us-east-1d]',
    '(attribute:a == b or attribute:c != d) and not attribute:e exists',
    'agentConnected==true && !(runningTasksCount > 4)',
    'task:group == service:production',
    "attribute:name == 'two words'",
    'attribute:gpu !exists',
    'registeredAt greater_than 2018-04-18T22:28:28+00:00',
  ])('can be read: %s', (expression) => {
    expect(isQuery(expression)).toBe(true);
  });

  test.each([
    '',
    '(((',
    'attribute:a',
    'attribute:a ==',
    'attribute:a == b c',
    'attribute:a == b and',
    '== b',
    '(attribute:a == b',
  ])('cannot be read: %s', (expression) => {
    expect(isQuery(expression)).toBe(false);
  });
});
