import { describe, expect, test } from '@jest/globals';
import { clusterIssues, issuesOf, serviceIssues, taskDefinitionIssues } from '../../../tests/builders/config-files.ts';

const CLUSTER_YAML = 'cluster.yaml';
const SERVICE_YAML = 'services/api/service.yaml';
const TASK_YAML = 'services/api/task-definition.yaml';

describe('an unknown key', () => {
  test.each<[string, readonly string[], string[]]>([
    [
      'at the root',
      clusterIssues('capcity:\n  minSize: 2\n'),
      [`${CLUSTER_YAML}:3:1 Unknown key "capcity". Did you mean "capacity"?`],
    ],
    [
      'with its letters in another order',
      clusterIssues('network: { vcp: create }\n'),
      [`${CLUSTER_YAML}:3:12 Unknown key "vcp" in network. Did you mean "vpc"?`],
    ],
    [
      'in the case of CloudFormation',
      clusterIssues('loadBalancer:\n  IdleTimeoutSeconds: 5\n'),
      [`${CLUSTER_YAML}:4:3 Unknown key "IdleTimeoutSeconds" in loadBalancer. Did you mean "idleTimeoutSeconds"?`],
    ],
    [
      'like no other',
      clusterIssues('roles: { task: { name: x } }\n'),
      [`${CLUSTER_YAML}:3:10 Unknown key "task" in roles. Known: "service", "instance".`],
    ],
    [
      'among many',
      serviceIssues('colour: blue\n'),
      [`${SERVICE_YAML}:4:1 Unknown key "colour". Remove it; docs/config-reference.md lists the keys.`],
    ],
    [
      'in what AWS owns',
      serviceIssues('networkConfiguration:\n  awsvpcConfiguration: { subnets: [a], securityGroup: [b] }\n'),
      [
        `${SERVICE_YAML}:5:40 Unknown key "securityGroup" in networkConfiguration.awsvpcConfiguration. Did you mean "securityGroups"?`,
      ],
    ],
    [
      'in a container',
      taskDefinitionIssues('    environmnet: []\n    linuxParameters: { initProcessEnable: true }\n'),
      [
        `${TASK_YAML}:6:5 Unknown key "environmnet" in containerDefinitions[0]. Did you mean "environment"?`,
        `${TASK_YAML}:7:24 Unknown key "initProcessEnable" in containerDefinitions[0].linuxParameters. Did you mean "initProcessEnabled"?`,
      ],
    ],
    [
      'that every object has',
      clusterIssues('constructor: x\ntags: { toString: y, valueOf: 1 }\n'),
      [
        `${CLUSTER_YAML}:3:1 Unknown key "constructor". Known: "name", "region", "account", "network", "roles", "capacity", "loadBalancer", "tags", "allow".`,
        `${CLUSTER_YAML}:4:31 tags.valueOf must be text, but is the number 1. Put it in quotes: "1".`,
      ],
    ],
    [
      'that ECS only answers with',
      taskDefinitionIssues('revision: 3\n'),
      [
        `${TASK_YAML}:6:1 The key "revision" does not belong here. Remove it: ECS returns this key, but does not accept it.`,
      ],
    ],
    [
      'of which the file beside it is the place',
      taskDefinitionIssues('tags: [{ key: a, value: b }]\n'),
      [
        `${TASK_YAML}:6:1 The key "tags" does not belong here. Put them under \`tags\` in service.yaml: the service and its revisions get them.`,
      ],
    ],
    [
      'that has another place',
      serviceIssues('serviceName: api\n'),
      [
        `${SERVICE_YAML}:4:1 The key "serviceName" does not belong here. Remove it: the service has the name of its folder.`,
      ],
    ],
  ])('%s is reported at the key', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('a value', () => {
  test.each<[string, readonly string[], string]>([
    [
      'text for a number',
      serviceIssues('desiredCount: two\n'),
      '4:15 desiredCount must be a whole number, but is the text "two". Write a number, without quotes.',
    ],
    [
      'a number in quotes',
      serviceIssues('desiredCount: "2"\n'),
      '4:15 desiredCount must be a whole number, but is the text "2". Write it without quotes: 2.',
    ],
    [
      'a fraction',
      serviceIssues('healthCheckGracePeriodSeconds: 0.5\n'),
      '4:32 healthCheckGracePeriodSeconds must be a whole number, but is the number 0.5. Round it: 1.',
    ],
    [
      'no number',
      serviceIssues('desiredCount: .nan\n'),
      '4:15 desiredCount must be a whole number, but is the number .nan. Write a number, without quotes.',
    ],
    [
      'a number for text',
      serviceIssues('tags: { team: 042 }\n'),
      '4:15 tags.team must be text, but is the number 042. Put it in quotes: "042".',
    ],
    [
      'a word for a switch',
      serviceIssues('enableExecuteCommand: yes\n'),
      '4:23 enableExecuteCommand must be true or false, but is the text "yes". Write true, without quotes.',
    ],
    [
      'a list for a mapping',
      serviceIssues('scaling: []\n'),
      '4:10 scaling must be keys and values, but is a list. Remove the "- " before its keys.',
    ],
    [
      'text for a mapping',
      serviceIssues('logGroup: /ecs/api\n'),
      '4:11 logGroup must be keys and values, but is the text "/ecs/api". Write its keys on the lines below, indented.',
    ],
    [
      'text for a list',
      serviceIssues('dependsOn: db\n'),
      '4:12 dependsOn must be a list, but is the text "db". Put each item on its own line that begins with "- ".',
    ],
    [
      'a mapping for text',
      serviceIssues('verify: { path: { a: 1 } }\n'),
      '4:17 verify.path must be text, but is keys and values. Write a single text here.',
    ],
    [
      'nothing',
      serviceIssues('scaling:\nverify: {}\n'),
      '4:9 scaling has no value. Give it a value, or remove the key.',
    ],
    [
      'below its least',
      serviceIssues('verify: { consecutive: 0 }\n'),
      '4:24 verify.consecutive is the number 0. Give at least 1.',
    ],
    [
      'above its most',
      serviceIssues('verify: { timeoutSeconds: 86400 }\n'),
      '4:27 verify.timeoutSeconds is the number 86400. Give at most 3600.',
    ],
    [
      'empty',
      serviceIssues('verify: { expectBody: "" }\n'),
      '4:23 verify.expectBody is empty. Give it a value, or remove the key.',
    ],
    [
      'of a list that is too short',
      serviceIssues('deploymentConfiguration: { alarms: { alarmNames: [] } }\n'),
      '4:50 deploymentConfiguration.alarms.alarmNames is an empty list. Add an item, or remove the key.',
    ],
    [
      'not among the choices',
      serviceIssues('logGroup: { name: x, retentionInDays: 31 }\n'),
      '4:39 logGroup.retentionInDays cannot be the number 31. Use one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.',
    ],
    [
      'misspelt',
      serviceIssues('propagateTags: SERVCE\n'),
      '4:16 propagateTags cannot be the text "SERVCE". Did you mean "SERVICE"?',
    ],
    [
      'of the wrong form',
      serviceIssues('verify: { path: health }\n'),
      '4:17 verify.path is the text "health", which is not a path. Begin it with "/".',
    ],
    [
      'under a key of the wrong form',
      serviceIssues('tags: { "aws:x": y }\n'),
      '4:9 The key "aws:x" is not a tag key. Use up to 128 characters, and do not begin with "aws:".',
    ],
  ])('that is %s is reported at the value', (_, found, expected) => {
    expect(found).toEqual([`${SERVICE_YAML}:${expected}`]);
  });

  test('that is missing is reported where it belongs', () => {
    expect(issuesOf({ 'cluster.yaml': 'tags: {}\n' })).toEqual([
      'cluster.yaml:1:1 The key "region" is missing. Add "region: …". AWS region; a run in another region is refused.',
      'cluster.yaml:1:1 The key "account" is missing. Add "account: …". AWS account id, in quotes; a run with credentials of another account is refused.',
    ]);
    expect(issuesOf({ [SERVICE_YAML]: 'loadBalancers:\n  - containerName: web\n' })).toEqual([
      `${SERVICE_YAML}:2:5 The key "containerPort" is missing in loadBalancers[0]. Add "containerPort: …". Port that it listens on.`,
    ]);
  });
});

describe('the form of', () => {
  test.each([
    [
      'region',
      'region: tokyo\naccount: "123456789012"\n',
      '1:9 region is the text "tokyo", which is not an AWS region. Write it like ap-northeast-1.',
    ],
    [
      'account',
      'region: eu-west-1\naccount: "12345"\n',
      '2:10 account is the text "12345", which is not an AWS account id. Write the 12 digits in quotes, like "123456789012".',
    ],
    [
      'an account without quotes',
      'region: eu-west-1\naccount: 012345678901\n',
      '2:10 account must be text, but is the number 012345678901. Put it in quotes: "012345678901".',
    ],
  ])('%s is checked', (_, content, expected) => {
    expect(issuesOf({ 'cluster.yaml': content })).toEqual([`cluster.yaml:${expected}`]);
  });
});

describe('of mistakes in one file', () => {
  test('all are reported', () => {
    expect(clusterIssues('capacity:\n  minSize: two\n  maxsize: 4\nallow: {}\n')).toEqual([
      'cluster.yaml:4:12 capacity.minSize must be a whole number, but is the text "two". Write a number, without quotes.',
      'cluster.yaml:5:3 Unknown key "maxsize" in capacity. Did you mean "maxSize"?',
      'cluster.yaml:6:8 allow must be a list, but is keys and values. Put each item on its own line that begins with "- ".',
    ]);
  });

  test.each<[string, readonly string[], number]>([
    [
      'a misspelt memory',
      taskDefinitionIssues('    memori: 5\n', {}).filter((issue) => issue.includes('has no memory')),
      0,
    ],
    [
      'a misspelt list of listeners',
      issuesOf({
        'cluster.yaml': 'region: eu-west-1\naccount: "123456789012"\nloadBalancer:\n  listners: [{ port: 8080 }]\n',
        [SERVICE_YAML]:
          'loadBalancers:\n  - containerName: web\n    containerPort: 8080\n    rules: [{ listener: 8080, priority: 1, conditions: [{ field: path-pattern, values: [/] }] }]\n',
      }),
      1,
    ],
    [
      'a misspelt initialImage',
      issuesOf({
        [TASK_YAML]:
          'containerDefinitions:\n  - name: web\n    image: external\n    initalImage: x:1\n    memory: 8\n    portMappings: [{ containerPort: 8080 }]\n',
      }),
      1,
    ],
    [
      'a container whose name is wrong',
      issuesOf({ [TASK_YAML]: 'containerDefinitions:\n  - name: my web\n    image: x:1\n    memory: 8\n' }),
      1,
    ],
    ['an unread task definition', issuesOf({ [TASK_YAML]: 'containerDefinitions: [\n' }), 1],
    ['an unread service', issuesOf({ [SERVICE_YAML]: 'a: b: c\n' }), 1],
  ])('%s brings no further ones with it', (_, found, count) => {
    expect(found).toHaveLength(count);
  });
});
