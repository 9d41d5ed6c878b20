import { describe, expect, test } from '@jest/globals';
import {
  clusterIssues,
  issuesOf,
  shop,
  shopFiles,
  shopIssue,
  warningsOf,
} from '../../../tests/builders/config-files.ts';
import { readClusters } from '../read-clusters.ts';

const HEAD = 'region: ap-northeast-1\naccount: "123456789012"\n';
const arn = (region: string) => `arn:aws:acm:${region}:123456789012:certificate/a`;
const SUBNETS = 'subnets: [subnet-11111111, subnet-22222222]';

describe('cluster.yaml', () => {
  test.each<[string, string, string[]]>([
    [
      'another name than the folder',
      'name: shops\n',
      ['3:7 name is "shops", but the folder is config/shop. Write "shop", or rename the folder.'],
    ],
    [
      'zones of another region',
      'network: { availabilityZones: [ap-northeast-1a, us-east-1b] }\n',
      ['3:49 "us-east-1b" is not a zone of ap-northeast-1. Write zones like ap-northeast-1a.'],
    ],
    [
      'one zone',
      'network: { availabilityZones: [ap-northeast-1a, ap-northeast-1a] }\n',
      [
        '3:31 network.availabilityZones needs two different zones. Add another, like ap-northeast-1c: a load balancer spans at least two.',
      ],
    ],
    [
      'an existing VPC without subnets',
      'network: { vpc: vpc-11111111 }\n',
      [
        '3:17 "vpc: vpc-11111111" needs network.subnets. Name at least two of its subnets, in different zones: a load balancer spans at least two.',
      ],
    ],
    [
      'subnets of the default VPC',
      `network: { ${SUBNETS} }\n`,
      ['3:21 network.subnets cannot be used with "vpc: default". Remove it; "default" accepts availabilityZones.'],
    ],
    [
      'a tiny VPC',
      'network: { vpc: create, cidrBlock: 10.0.0.0/28 }\n',
      ['3:36 network.cidrBlock is 10.0.0.0/28, which is not between /16 and /23. Write it like 10.0.0.0/16.'],
    ],
    [
      'a role with two sources',
      'roles: { instance: { name: a, arn: "arn:aws:iam::123456789012:role/a" }, service: {} }\n',
      [
        '3:20 roles.instance has both name and arn. Give "name" for a role to create, or "arn" for one that exists.',
        '3:83 roles.service has neither name nor arn. Give "name" for a role to create, or "arn" for one that exists.',
      ],
    ],
    [
      'sizes in the wrong order',
      'capacity: { minSize: 5 }\n',
      ['3:22 capacity.minSize is 5, more than maxSize, 4. Lower minSize, or raise maxSize.'],
    ],
    [
      'the cluster for the agent',
      'capacity: { agent: { ECS_CLUSTER: x } }\n',
      ['3:35 capacity.agent sets ECS_CLUSTER. Remove it: it is always shop.'],
    ],
    [
      'one security group for both',
      'capacity: { securityGroupName: a }\nloadBalancer: { securityGroupName: a }\n',
      [
        '3:32 The instances and the load balancer have the same security group, "a". Give them different names: one group\'s rule refers to the other.',
      ],
    ],
    [
      'a capacity provider of a reserved name',
      'capacity: { capacityProviderName: ecs-web }\n',
      [
        '3:35 capacity.capacityProviderName is the text "ecs-web", which is not a capacity provider name. Use letters, digits, hyphens and underscores, and do not begin with "aws", "ecs" or "fargate".',
      ],
    ],
    [
      'a load balancer of a reserved name',
      'loadBalancer: { name: internal-web }\n',
      [
        '3:23 loadBalancer.name is the text "internal-web", which is not a name that Elastic Load Balancing takes. Use up to 32 letters, digits and hyphens, no hyphen at either end, and do not begin with "internal-".',
      ],
    ],
    [
      'no listener',
      'loadBalancer: { listeners: [] }\n',
      ['3:28 loadBalancer.listeners is an empty list. Add an item, or remove the key.'],
    ],
    [
      'two listeners on a port',
      'loadBalancer: { listeners: [{ port: 80 }, { port: 80 }] }\n',
      ['3:51 Port 80 already has a listener. Give each listener its own port.'],
    ],
    [
      'HTTPS without a certificate',
      'loadBalancer: { listeners: [{ port: 443, protocol: HTTPS }] }\n',
      ['3:29 An HTTPS listener needs a certificate. Add "certificates:" with the ARN of one in ACM.'],
    ],
    [
      'HTTP with a certificate',
      `loadBalancer: { listeners: [{ port: 80, protocol: HTTP, certificates: ["${arn('ap-northeast-1')}"] }] }\n`,
      ['3:71 An HTTP listener has no certificates. Write "protocol: HTTPS", or remove them.'],
    ],
    [
      "another region's certificate",
      `loadBalancer: { listeners: [{ port: 443, certificates: ["${arn('us-east-1')}"] }] }\n`,
      [
        '3:57 This certificate is in another region than the load balancer, ap-northeast-1. Issue one in ap-northeast-1.',
      ],
    ],
    [
      'a redirect to nowhere',
      'loadBalancer: { listeners: [{ port: 80, defaultAction: { type: redirect-to-https } }] }\n',
      ['3:56 There is no HTTPS listener on port 443 to redirect to. Add a listener on port 443 with a certificate.'],
    ],
    [
      'a fixed redirect',
      'loadBalancer: { listeners: [{ port: 80, defaultAction: { statusCode: 301 } }] }\n',
      ['3:70 A fixed response cannot have the status code 301. Answer with 200 to 299 or 400 to 599.'],
    ],
    [
      'alarms without a service that drives',
      'capacity: { instanceScaling: alarms }\n',
      [
        '3:30 "instanceScaling: alarms" needs a service whose alarms scale the instances. Write "drivesInstances: true" under scaling of one service.yaml.',
      ],
    ],
  ])('with %s is refused', (_, lines, expected) => {
    expect(clusterIssues(lines)).toEqual(expected.map((issue) => `cluster.yaml:${issue}`));
  });

  test.each([
    [
      'capacity: { steps: { cooldown: 60 } }\n',
      'capacity.steps has no effect with "instanceScaling: managed". Remove it, or change instanceScaling.',
    ],
    [
      'network: { vpc: create, cidrBlock: 10.1.0.0/20, availabilityZones: [ap-northeast-1a, ap-northeast-1d] }\n',
      undefined,
    ],
    [
      `network: { vpc: vpc-11111111, ${SUBNETS} }\nroles: { instance: { arn: "arn:aws:iam::123456789012:role/a" } }\n`,
      undefined,
    ],
  ])('may say %s', (lines, warning) => {
    const files = { 'cluster.yaml': `${HEAD}${lines}` };
    expect(shop(files).name).toBe('shop');
    expect(warningsOf(files)).toEqual(warning === undefined ? [] : [`cluster.yaml:3:20 ${warning}`]);
  });
});

test.each(['web_shop', '1shop', 'x'.repeat(129)])('the folder %s cannot be a cluster', (name) => {
  const files = new Map([...shopFiles()].map(([path, text]) => [path.replace('/shop/', `/${name}/`), text]));
  const [issue] = readClusters({ path: 'config', files }).issues;
  expect(issue?.message).toBe(`The folder's name "${name}" is not a valid name of a cluster.`);
});

test('a long name needs a name for the role', () => {
  const name = 'shop'.repeat(14);
  const files = new Map([...shopFiles()].map(([path, text]) => [path.replace('/shop/', `/${name}/`), text]));
  expect(readClusters({ path: 'config', files }).issues.map(({ hint }) => hint)).toEqual([
    'Give it a shorter name: roles.instance.name.',
  ]);
});

describe('over several clusters', () => {
  test('names that an account has once are used once', () => {
    const other = [
      ...shopFiles({
        'cluster.yaml': `${HEAD}loadBalancer: { name: shop-alb }\nroles: { instance: { name: shop-instance-role } }\n`,
      }),
    ];
    const files = new Map([
      ...shopFiles(),
      ...other.map(([path, text]) => [path.replace('/shop/', '/web/'), text] as const),
    ]);
    expect(readClusters({ path: 'config', files }).issues.map(shopIssue)).toEqual([
      'config/web/cluster.yaml:3:23 The load balancer "shop-alb" is already used in config/shop/cluster.yaml. Give one of the two another name.',
      'config/web/cluster.yaml:4:28 The role "shop-instance-role" is already used in config/shop/cluster.yaml. Give one of the two another name.',
    ]);
  });

  test('stacks whose names run together are told apart', () => {
    const shopWeb = 'config/shop-web/cluster.yaml';
    const files = new Map([
      ...[...shopFiles()].map(([path, text]) => [path.replace('/api/', '/web/'), text] as const),
      [shopWeb, HEAD] as const,
    ]);
    expect(readClusters({ path: 'config', files }).issues.map(shopIssue)).toEqual([
      `${shopWeb}:1:1 The stack "shop-web" is already used in config/shop/services/web/service.yaml. Give one of the two another name.`,
    ]);
  });

  test('another account may use the same names', () => {
    const role = 'roles: { instance: { name: one } }\n';
    const files = new Map([
      ...shopFiles({ 'cluster.yaml': `${HEAD}${role}` }),
      ['config/web/cluster.yaml', `region: ap-northeast-1\naccount: "999999999999"\n${role}`] as const,
    ]);
    expect(readClusters({ path: 'config', files }).issues).toEqual([]);
  });
});

test('alarms mode wants exactly one service that drives, and that one alarms', () => {
  const alarms = { 'cluster.yaml': `${HEAD}capacity: { instanceScaling: alarms }\n` };
  const scaling = (more: string) => `{ minCapacity: 1, maxCapacity: 2, drivesInstances: true${more} }`;
  const steps = ', scaleOut: { threshold: 40 }, scaleIn: { threshold: 20 }';
  const service = (more: string) => `scaling: ${scaling(more)}\n`;
  const task = 'containerDefinitions: [{ name: a, image: b, memory: 8 }]\n';
  expect(issuesOf({ ...alarms, 'services/api/service.yaml': service(steps) })).toEqual([]);
  expect(issuesOf({ ...alarms, 'services/api/service.yaml': service('') })).toEqual([
    'services/api/service.yaml:1:61 drivesInstances needs alarms. Add "scaleOut:" and "scaleIn:" with thresholds.',
  ]);
  expect(
    issuesOf({
      ...alarms,
      'services/api/service.yaml': service(steps),
      'services/web/service.yaml': service(steps),
      'services/web/task-definition.yaml': task,
    }),
  ).toEqual([
    'services/web/service.yaml:1:61 Service api drives the instances already. Remove it: two services would scale the instances against each other.',
  ]);
  expect(issuesOf({ 'services/api/service.yaml': service(steps) })).toEqual([
    'services/api/service.yaml:1:61 drivesInstances cannot be used with "instanceScaling: managed": ECS itself scales the instances. Remove it, or write "instanceScaling: alarms" in cluster.yaml.',
  ]);
});
