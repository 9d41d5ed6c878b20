import { describe, expect, test } from '@jest/globals';
import { issuesOf, warningsOf } from '../../../tests/builders/config-files.ts';

const SERVICE = 'services/api/service.yaml';

/** The service of the tests, its tasks with network interfaces of their own. */
function files(network: string, more = '') {
  return {
    [SERVICE]: `loadBalancers:\n  - containerName: web\n    containerPort: 8080\n    rules: [{ priority: 1, conditions: [{ field: path-pattern, values: [/a] }] }]\n${more}networkConfiguration:\n  awsvpcConfiguration: { ${network} }\n`,
    'services/api/task-definition.yaml':
      'networkMode: awsvpc\ncpu: "256"\nmemory: "512"\ncontainerDefinitions:\n  - { name: web, image: b:1, memory: 8, cpu: 8, portMappings: [{ containerPort: 8080 }] }\n',
  };
}
const many = (count: number): string => `[${Array.from({ length: count }, (_, index) => `x-${index}`).join(', ')}]`;

describe('the network of tasks with interfaces of their own', () => {
  test.each<[string, string, string, string[]]>([
    ['in order', 'subnets: [a, b], securityGroups: [c]', '', []],
    [
      'with too many subnets',
      `subnets: ${many(17)}, securityGroups: [c]`,
      '',
      [`${SERVICE}:6:35 ECS takes at most 16 subnets. Remove some.`],
    ],
    [
      'with too many groups',
      `subnets: [a], securityGroups: ${many(6)}`,
      '',
      [`${SERVICE}:6:56 ECS takes at most 5 securityGroups. Remove some.`],
    ],
    [
      'with public addresses',
      'subnets: [a], securityGroups: [c], assignPublicIp: ENABLED',
      '',
      [
        `${SERVICE}:6:77 A task on an instance cannot have a public address. Remove assignPublicIp; tasks that need the internet reach it by a NAT gateway.`,
      ],
    ],
    ['with public addresses on Fargate', 'subnets: [a], assignPublicIp: ENABLED', 'launchType: FARGATE\n', []],
  ])('%s', (_, network, more, expected) => {
    expect(issuesOf(files(network, more))).toEqual(expected);
  });

  test('without a group is warned of, since the default one keeps the load balancer out', () => {
    expect(warningsOf(files('subnets: [a]'))).toEqual([
      `${SERVICE}:6:24 Without securityGroups the VPC's default group decides who reaches the tasks; as AWS creates it, it does not let the load balancer in. Name a group that lets the load balancer's group in at port 8080.`,
    ]);
    expect(warningsOf(files('subnets: [a], securityGroups: [b]'))).toEqual([]);
  });
});
