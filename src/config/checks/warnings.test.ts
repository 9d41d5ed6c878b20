import { describe, expect, test } from '@jest/globals';
import { warningsOf } from '../../../tests/builders/config-files.ts';

const SERVICE = 'loadBalancers: [{ containerName: web, containerPort: 8080 }]\n';
const task = (more: string): string =>
  `containerDefinitions: [{ name: web, memory: 8, portMappings: [{ containerPort: 8080 }], ${more} }]\n`;

const given = (service: string, taskDefinition = task('image: a:1')): readonly string[] =>
  warningsOf({
    'services/api/service.yaml': `${SERVICE}${service}`,
    'services/api/task-definition.yaml': taskDefinition,
  });

describe('scaling by CPU without any reserved is warned of', () => {
  const bounds = 'minCapacity: 1, maxCapacity: 2';
  const steps = `scaling: { ${bounds}, scaleOut: { threshold: 40 }, scaleIn: { threshold: 20 } }\n`;
  const text =
    'This scales by CPU, a percentage of what the containers reserve, and none of them reserves any. Add "cpu: 256" to a container in task-definition.yaml (1024 units are one vCPU), or scale by memory.';

  test.each([
    ['an alarm', steps, '2:54'],
    [
      'a policy',
      `scaling: { ${bounds}, targetTracking: [{ predefinedMetricType: ECSServiceAverageCPUUtilization, targetValue: 50 }] }\n`,
      '2:61',
    ],
    [
      'a forecast',
      `scaling: { ${bounds}, predictive: [{ predefinedMetricPairType: ECSServiceCPUUtilization, targetValue: 50 }] }\n`,
      '2:57',
    ],
  ])('by %s', (_, service, at) => {
    expect(given(service)).toEqual([`services/api/service.yaml:${at} ${text}`]);
  });

  test.each([
    ['a container', steps, task('image: a:1, cpu: 16')],
    ['the task', steps, `${task('image: a:1')}cpu: "256"\n`],
    [
      'nothing, but memory scales',
      `scaling: { ${bounds}, targetTracking: [{ predefinedMetricType: ECSServiceAverageMemoryUtilization, targetValue: 50 }] }\n`,
      task('image: a:1'),
    ],
  ])('but not where CPU is reserved by %s', (_, service, taskDefinition) => {
    expect(given(service, taskDefinition)).toEqual([]);
  });
});

test('what only runs with config do is warned of where another repository deploys the image', () => {
  const service = [
    'beforeDeployment: { containerOverrides: [{ name: web }] }\n',
    'scheduledTasks: [{ rule: nightly }]\n',
    'verify: {}\n',
  ].join('');
  const hint = 'Do it in the workflow of that repository, or keep the image in config.';
  const told = (what: string): string =>
    `Runs without config, like those that deploy the external image, ${what}. ${hint}`;
  expect(given(service, task('image: external, initialImage: a:1'))).toEqual([
    `services/api/service.yaml:2:19 ${told('start no task before the update')}`,
    `services/api/service.yaml:3:17 ${told('leave scheduled tasks at their old revision')}`,
    `services/api/service.yaml:4:9 ${told('verify nothing')}`,
  ]);
  expect(given(service)).toEqual([]);
});

test.each([
  ['t3.mediun', '"mediun". Did you mean "t3.medium"?'],
  ['m5.2xlrage', '"2xlrage". Did you mean "m5.2xlarge"?'],
  ['c7g.huge', '"huge". Sizes are nano, micro, small, medium, large, xlarge, metal.'],
])('an instance type %s is warned of', (instanceType, text) => {
  const cluster = `region: eu-west-1\naccount: "123456789012"\ncapacity: { instanceType: ${instanceType} }\n`;
  expect(warningsOf({ 'cluster.yaml': cluster })).toEqual([
    `cluster.yaml:3:27 EC2 has no instance type of the size ${text}`,
  ]);
});

test.each(['t2.nano', 'm7i-flex.12xlarge', 'c8g.metal-48xl', 'u7i-12tb.224xlarge'])(
  'an instance type %s is not warned of',
  (instanceType) => {
    const cluster = `region: eu-west-1\naccount: "123456789012"\ncapacity: { instanceType: ${instanceType} }\n`;
    expect(warningsOf({ 'cluster.yaml': cluster })).toEqual([]);
  },
);
