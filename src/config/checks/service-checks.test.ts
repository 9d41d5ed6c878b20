import { describe, expect, test } from '@jest/globals';
import { issuesOf, serviceIssues, warningsOf } from '../../../tests/builders/config-files.ts';

const rule = (more: string) => `[{ ${more}priority: 1, conditions: [{ field: path-pattern, values: [/a] }] }]`;
const condition = (text: string) => `    rules: [{ priority: 1, conditions: [{ ${text} }] }]\n`;

describe('service.yaml', () => {
  test.each<[string, string, string[]]>([
    [
      'a listener that does not exist',
      `    rules: ${rule('listener: 8080, ')}\n`,
      ['4:25 The load balancer has no listener on port 8080. It listens on 80, as cluster.yaml says.'],
    ],
    [
      'a second target group without rules',
      '  - containerName: web\n    containerPort: 8080\n',
      [
        '4:5 Only the first target group has a rule by default; this one has none. Add "rules:" with priority and conditions.',
      ],
    ],
    [
      'a timeout above the interval',
      '    targetGroup: { healthCheck: { timeoutSeconds: 5 } }\n',
      ["4:51 The health check's timeout, 5 s, is not below its interval, 5 s. Lower timeoutSeconds."],
    ],
    [
      'the delay among the attributes',
      '    targetGroup: { attributes: { deregistration_delay.timeout_seconds: "5" } }\n',
      ['4:72 deregistration_delay.timeout_seconds has its own key. Write "deregistrationDelaySeconds: …" instead.'],
    ],
    [
      'an attribute that is none',
      '    targetGroup: { attributes: { stickyness.enabled: "true" } }\n',
      ['4:54 A target group has no attribute "stickyness.enabled". Did you mean "stickiness.enabled"?'],
    ],
    [
      'a code that no health check may expect',
      '    targetGroup: { healthCheck: { matcher: "200,500" } }\n',
      [
        '4:44 The health check\'s matcher is "200,500", and codes are from 200 to 499. Write only codes of healthy answers.',
      ],
    ],
    [
      'a path that no request has',
      condition('field: path-pattern, values: ["api/*"]'),
      ['4:73 "api/*" matches no path: paths begin with "/". Write "/api/*".'],
    ],
    [
      'a condition without values',
      condition('field: host-header'),
      ['4:41 This condition has no values. Give it "values: […]".'],
    ],
    [
      'a header without its name',
      condition('field: http-header, values: [a]'),
      ['4:41 A condition on http-header needs the name of the header. Add "httpHeaderName: …".'],
    ],
    [
      'a regular expression for a method',
      condition('field: http-request-method, regexValues: [a]'),
      ['4:41 A condition on http-request-method takes no regular expressions. Give it "values: […]".'],
    ],
    [
      'six values',
      condition('field: path-pattern, values: [/a, /b, /c, /d, /e, /f]'),
      ['4:40 These conditions have 6 values; a rule can have 5. Split them over several rules.'],
    ],
    [
      'bounds in the wrong order',
      'scaling: { minCapacity: 4, maxCapacity: 2 }\n',
      ['4:25 scaling.minCapacity is 4, more than maxCapacity, 2. Lower minCapacity, or raise maxCapacity.'],
    ],
    [
      'a desired count out of bounds',
      'desiredCount: 5\nscaling: { minCapacity: 2, maxCapacity: 4 }\n',
      [
        '4:15 desiredCount is 5, but scaling keeps it between 2 and 4. Set it between them, or remove it: the default is minCapacity.',
      ],
    ],
    [
      'one alarm of two',
      'scaling: { minCapacity: 2, maxCapacity: 4, scaleOut: { threshold: 40 } }\n',
      ['4:10 scaling has scaleOut, but no scaleIn: tasks would only ever be added. Add "scaleIn:" with a threshold.'],
    ],
    [
      'thresholds that meet',
      'scaling: { minCapacity: 2, maxCapacity: 4, scaleOut: { threshold: 40 }, scaleIn: { threshold: 40 } }\n',
      [
        "4:95 scaleIn's threshold, 40, is not below scaleOut's, 40. Leave room between them, or tasks are added and removed endlessly.",
      ],
    ],
    [
      'one alarm for both directions',
      'scaling: { minCapacity: 2, maxCapacity: 4, scaleOut: { threshold: 40, alarmName: a }, scaleIn: { threshold: 20, alarmName: a } }\n',
      [
        '4:124 The alarm "a" is already used in config/shop/services/api/service.yaml. Give one of the two another name.',
      ],
    ],
    [
      'percentages that leave no room',
      'deploymentConfiguration: { maximumPercent: 125 }\n',
      [
        '4:44 With 2 tasks a rollout could not start: at least 2 must stay healthy, at most 2 may run. Raise maximumPercent to 150, or lower minimumHealthyPercent.',
      ],
    ],
    [
      'percentages that leave no room once it has scaled in',
      'desiredCount: 4\nscaling: { minCapacity: 1, maxCapacity: 4 }\ndeploymentConfiguration: { maximumPercent: 150 }\n',
      [
        '6:44 With 1 task a rollout could not start: at least 1 must stay healthy, at most 1 may run. Raise maximumPercent to 200, or lower minimumHealthyPercent.',
      ],
    ],
    [
      'its scale-in alarm among those of deployments',
      'scaling: { minCapacity: 2, maxCapacity: 4, scaleOut: { threshold: 40 }, scaleIn: { threshold: 20, alarmName: Calm } }\ndeploymentConfiguration: { alarms: { alarmNames: [Errors, Calm] } }\n',
      [
        '5:59 "Calm" is a scale-in alarm: it fires at low load, and ECS then ignores every alarm. Use alarms on errors instead, such as 5xx responses.',
      ],
    ],
    [
      'early success below the minimum',
      'deploymentConfiguration: { earlySuccessCriteria: { healthyPercent: 50 } }\n',
      ['4:68 healthyPercent is 50, below minimumHealthyPercent, 100. Give at least 100.'],
    ],
    [
      'a launch type and providers',
      'launchType: EC2\ncapacityProviderStrategy: [{ capacityProvider: a }]\n',
      [
        '4:13 launchType and capacityProviderStrategy cannot be used together. Remove launchType: the capacity providers decide.',
      ],
    ],
    [
      'a daemon',
      'schedulingStrategy: DAEMON\n',
      ['4:21 Daemon services are not supported. Remove it, and set desiredCount.'],
    ],
    [
      'another controller',
      'deploymentController: { type: CODE_DEPLOY }\n',
      ['4:23 Only the deployment controller ECS is supported. Remove deploymentController.'],
    ],
    [
      'rebalancing without a spread',
      'availabilityZoneRebalancing: ENABLED\nplacementStrategy: [{ type: binpack, field: memory }]\n',
      [
        '5:20 With rebalancing, tasks are spread over zones first. Put "{ type: spread, field: attribute:ecs.availability-zone }" first.',
      ],
    ],
    [
      'a dependency that does not exist',
      'dependsOn: [db]\n',
      ['4:13 There is no service "db" in this cluster. Remove it.'],
    ],
    [
      'itself as a dependency',
      'dependsOn: [api]\n',
      ['4:13 These services wait for each other: api → api. Remove one of the dependencies.'],
    ],
    [
      'a listener to verify that does not exist',
      'verify: { listener: 443 }\n',
      ['4:21 The load balancer has no listener on port 443. It listens on 80.'],
    ],
    [
      'an unknown container to verify',
      'verify: { version: { header: x, equals: y, container: wbe } }\n',
      ['4:55 There is no container "wbe" in the task definition. Did you mean "web"?'],
    ],
    [
      'an unknown placeholder',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of config
      'verify: { version: { header: x, equals: "${image.tga}-${commit}" } }\n',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of config
      ['4:41 verify.version.equals has the unknown placeholder ${image.tga}. Did you mean "${image.tag}"?'],
    ],
    [
      'a version in two places',
      'verify: { version: { header: x, body: y, equals: z } }\n',
      ['4:20 verify.version has both header and body. Give "header" with the name of a response header, or "body".'],
    ],
    [
      'a version that no expression finds',
      'verify: { version: { body: "(", equals: z } }\n',
      ['4:28 verify.version.body is not a regular expression. Write it like version=(\\S+), in single quotes.'],
    ],
  ])('with %s is refused', (_, lines, expected) => {
    expect(serviceIssues(lines)).toEqual(expected.map((issue) => `services/api/service.yaml:${issue}`));
  });

  test('needs a load balancer to verify', () => {
    expect(issuesOf({ 'services/api/service.yaml': 'verify: {}\n' })).toEqual([
      'services/api/service.yaml:1:9 verify needs a load balancer to ask. Add "loadBalancers:", or remove verify.',
    ]);
  });

  test.each([
    ['wbe', 8080, '2:20 There is no container "wbe" in task-definition.yaml. Did you mean "web"?'],
    ['proxy', 8080, '2:20 There is no container "proxy" in task-definition.yaml. Known: "web".'],
    ['web', 80, '3:20 Container "web" does not map port 80. It maps 8080.'],
  ])('leads to a port that a container maps: %s, %s', (name, port, expected) => {
    const lines = `loadBalancers:\n  - containerName: ${name}\n    containerPort: ${port}\n`;
    expect(issuesOf({ 'services/api/service.yaml': lines })).toEqual([`services/api/service.yaml:${expected}`]);
  });
});

describe('services of one cluster', () => {
  const task = 'containerDefinitions: [{ name: web, image: b, memory: 8, portMappings: [{ containerPort: 8080 }] }]\n';
  const both = (lines: string, first = '') => ({
    'services/api/service.yaml': `loadBalancers:\n  - containerName: web\n    containerPort: 8080\n${first}`,
    'services/web/service.yaml': `loadBalancers:\n  - containerName: web\n    containerPort: 8080\n${lines}`,
    'services/web/task-definition.yaml': task,
  });

  test('do not both take all requests', () => {
    expect(issuesOf(both(''))).toEqual([
      'services/web/service.yaml:2:5 Service api has a rule for the same requests on port 80. Give one of the two services "rules:" with other conditions, such as its own path.',
    ]);
  });

  test('have different priorities on a listener', () => {
    const rules = (path: string) =>
      `    rules: [{ priority: 1, conditions: [{ field: path-pattern, values: [${path}] }] }]\n`;
    expect(issuesOf(both(rules('/web'), rules('/api')))).toEqual([
      'services/web/service.yaml:4:25 Priority 1 on port 80 is taken by service api. Give another, like 2.',
    ]);
  });

  test('have target groups, log groups and task definitions of their own', () => {
    const lines = '    targetGroup: { name: tg }\nlogGroup: { name: /ecs/all }\n';
    const rules = `    rules: ${rule('')}\n`;
    const issues = issuesOf({
      ...both(`${rules}${lines}`, lines),
      'services/web/task-definition.yaml': `family: shop-api\n${task}`,
    });
    expect(issues).toEqual(
      [
        ['service.yaml:5:26', 'target group', 'tg', 'service.yaml'],
        ['service.yaml:6:19', 'log group', '/ecs/all', 'service.yaml'],
        ['task-definition.yaml:1:9', 'task definition family', 'shop-api', 'task-definition.yaml'],
      ].map(
        ([at, what, name, file]) =>
          `services/web/${at} The ${what} "${name}" is already used in config/shop/services/api/${file}. Give one of the two another name.`,
      ),
    );
  });

  test('do not wait for each other', () => {
    const rules = `    rules: ${rule('')}\n`;
    expect(issuesOf(both(`${rules}dependsOn: [api]\n`, 'dependsOn: [web]\n'))).toEqual([
      'services/api/service.yaml:4:13 These services wait for each other: api → web → api. Remove one of the dependencies.',
      'services/web/service.yaml:5:13 These services wait for each other: web → api → web. Remove one of the dependencies.',
    ]);
  });
});

describe('warnings', () => {
  const taskWith = (lines: string) => ({
    'services/api/task-definition.yaml': `containerDefinitions:\n  - name: web\n    image: b:1\n    memory: 8\n${lines}`,
  });
  const logs = (options: string) =>
    `    portMappings: [{ containerPort: 8080 }]\n    logConfiguration: { logDriver: awslogs, options: { ${options} } }\n`;

  test.each<[string, string, string[]]>([
    [
      'a fixed port',
      '    portMappings: [{ containerPort: 8080, hostPort: 80 }]\n',
      [
        '5:53 Only one task at a time can have port 80 of an instance, so a rollout needs free instances. Write 0: each task then gets a free port.',
      ],
    ],
    [
      'a log group that nobody makes',
      logs('awslogs-group: /ecs/api, awslogs-region: ap-northeast-1'),
      [
        '6:71 Nothing in config creates the log group /ecs/api; without it, tasks do not start. Add "logGroup: { name: /ecs/api }" to service.yaml, unless the group exists already.',
      ],
    ],
    [
      'a log group that the driver makes',
      logs('awslogs-group: /ecs/api, awslogs-create-group: "true", awslogs-region: ap-northeast-1'),
      [],
    ],
    [
      'lines that go to another region',
      logs('awslogs-group: /ecs/api, awslogs-create-group: "true", awslogs-region: eu-west-1'),
      [
        '6:127 Log lines go to eu-west-1, but the cluster is in ap-northeast-1. Write ap-northeast-1, unless this is intended.',
      ],
    ],
  ])('are given for %s', (_, lines, expected) => {
    expect(issuesOf(taskWith(lines))).toEqual([]);
    expect(warningsOf(taskWith(lines))).toEqual(
      expected.map((warning) => `services/api/task-definition.yaml:${warning}`),
    );
  });

  test('are given for a log group of another name', () => {
    const files = {
      ...taskWith(logs('awslogs-group: /ecs/web, awslogs-region: ap-northeast-1')),
      'services/api/service.yaml': 'logGroup: { name: /ecs/api }\n',
    };
    expect(warningsOf(files)).toEqual([
      'services/api/task-definition.yaml:6:71 Log lines go to /ecs/web, but service.yaml creates /ecs/api. Write the same name in both.',
    ]);
  });
});
