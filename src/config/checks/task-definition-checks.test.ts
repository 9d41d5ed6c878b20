import { describe, expect, test } from '@jest/globals';
import { issuesOf, taskDefinitionIssues } from '../../../tests/builders/config-files.ts';
import { looksSecret } from './secret-likeness.ts';

const TASK_YAML = 'services/api/task-definition.yaml';

describe('task-definition.yaml', () => {
  test.each<[string, string, string[]]>([
    [
      'two containers of one name',
      '  - { name: web, image: a, memory: 8 }\n',
      ['6:13 Another container is already named "web". Give each container its own name.'],
    ],
    [
      'a container without memory',
      '  - { name: app, image: a }\n',
      ['6:5 Container "app" has no memory. Add "memory: …" (MiB), "memoryReservation: …" or both.'],
    ],
    [
      'a reservation above the limit',
      '    memoryReservation: 512\n',
      ['6:24 memoryReservation is 512, more than memory, 256. Lower memoryReservation, or raise memory.'],
    ],
    [
      'no essential container',
      '    essential: false\n',
      ['6:16 No container is essential. Set "essential: true" for the container whose end is the end of the task.'],
    ],
    [
      'an external image without a first one',
      '  - { name: app, image: external, memory: 8 }\n',
      ['6:25 "image: external" needs initialImage. Add "initialImage: …": the image of the first deployment.'],
    ],
    [
      'a first image that is not external',
      '    initialImage: a:1\n',
      ['6:19 initialImage is only for "image: external". Remove it, or write "image: external".'],
    ],
    [
      'a variable twice',
      '    environment: [{ name: A, value: x }, { name: A, value: y }]\n',
      ['6:50 The variable A is set already. Keep one of the two.'],
    ],
    [
      'a link to nobody',
      '    links: ["ap:app"]\n  - { name: app, image: a, memory: 8 }\n',
      ['6:13 There is no other container "ap". Did you mean "app"?'],
    ],
    [
      'a start after nobody',
      '    dependsOn: [{ containerName: web, condition: START }]\n',
      ['6:34 There is no other container "web". Remove it.'],
    ],
    [
      'a link without a bridge',
      '    links: [app]\n  - { name: app, image: a, memory: 8 }\nnetworkMode: host\n',
      ['6:12 Links do not exist with "networkMode: host". Use 127.0.0.1 instead, or "networkMode: bridge".'],
    ],
    [
      'awsvpc without a network',
      'networkMode: awsvpc\n',
      [
        '6:14 "networkMode: awsvpc" needs networkConfiguration. Add it to service.yaml with awsvpcConfiguration: {subnets, securityGroups}.',
      ],
    ],
    [
      'a host port that cannot be chosen',
      '  - { name: app, image: a, memory: 8, portMappings: [{ containerPort: 80, hostPort: 0 }] }\nnetworkMode: host\n',
      ['6:85 hostPort is 0, but with "networkMode: host" it is always the containerPort. Remove it.'],
    ],
    [
      'a secret in the open',
      '    environment: [{ name: DB_PASSWORD, value: hunter2 }]\n',
      [
        '6:47 DB_PASSWORD looks like a secret, and its value is written here. Move it to Secrets Manager or a SecureString parameter and refer to it in "secrets: [{ name, valueFrom }]", with an executionRoleArn that may read it and that TaskRoles of the identity stack names; if it is not a secret, add DB_PASSWORD to notSecret in service.yaml.',
      ],
    ],
    [
      "a log driver's secret in the open",
      '    logConfiguration: { logDriver: splunk, options: { splunk-token: abc-def } }\n',
      [
        '6:69 splunk-token looks like a secret, and its value is written here. Move it to Secrets Manager or a SecureString parameter and refer to it in "secretOptions: [{ name, valueFrom }]", with an executionRoleArn that may read it and that TaskRoles of the identity stack names; if it is not a secret, add splunk-token to notSecret in service.yaml.',
      ],
    ],
  ])('with %s is refused', (_, lines, expected) => {
    expect(taskDefinitionIssues(lines)).toEqual(expected.map((issue) => `${TASK_YAML}:${issue}`));
  });

  test('may hold what only looks like a secret, where service.yaml says so', () => {
    const environment = {
      [TASK_YAML]:
        'containerDefinitions: [{ name: a, image: b, memory: 8, environment: [{ name: SITE_KEY_TOKEN, value: shown }] }]\n',
    };
    expect(issuesOf({ ...environment, 'services/api/service.yaml': 'notSecret: [SITE_KEY_TOKEN]\n' })).toEqual([]);
    expect(issuesOf({ ...environment, 'services/api/service.yaml': 'notSecret: [SITE_KEY_TOKEN, OTHER]\n' })).toEqual([
      'services/api/service.yaml:1:29 No container has a variable or log option "OTHER". Known: "SITE_KEY_TOKEN".',
    ]);
  });

  test('may map a range of ports', () => {
    expect(
      issuesOf({
        [TASK_YAML]:
          'containerDefinitions: [{ name: web, image: b, memory: 8, portMappings: [{ containerPortRange: 8000-8100 }] }]\n',
      }),
    ).toEqual([]);
  });
});

describe('a variable', () => {
  test.each([
    ['DB_PASSWORD', 'hunter2'],
    ['dbPassword', 'correct horse'],
    ['POSTGRES_PWD', 'hunter2'],
    ['GITHUB_TOKEN', 'abcdef'],
    ['STRIPE_API_KEY', 'sk_live_1'],
    ['JWT_SIGNING_KEY', 'abcdef'],
    ['CLIENT_SECRET', '0123456789'],
    ['DATABASE_URL', 'postgres://app:hunter2@db/app'],
    ['CONFIG', '-----BEGIN RSA PRIVATE KEY-----\nabc'],
    ['ANYTHING', 'AKIAIOSFODNN7EXAMPLE'],
    ['ANYTHING', 'ghp_0123456789abcdefghijklmnopqrstuvwxyz'],
  ])('%s = %s looks like a secret', (name, value) => {
    expect(looksSecret(name, value)).toBe(true);
  });

  test.each([
    ['PASSWORD_MIN_LENGTH', '12'],
    ['TOKEN_TTL_SECONDS', '3600'],
    ['DB_PASSWORD_FILE', '/run/secrets/db'],
    ['DB_PASSWORD', ''],
    ['DB_SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db'],
    ['SECRET', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db'],
    ['CACHE_KEY', 'v2'],
    ['PARTITION_KEY', 'user_id'],
    ['SSH_KEY', '/etc/keys/id'],
    ['STRIPE_PUBLISHABLE_API_KEY', 'pk_live_1'],
    ['REQUIRE_TOKEN', 'true'],
    ['ISSUER_TOKEN', 'https://issuer.example/token'],
    ['PWD', '/app'],
    ['DATABASE_URL', 'postgres://db/app'],
    ['KEYCLOAK', 'on'],
    ['MONKEY', 'george'],
  ])('%s = %s does not look like a secret', (name, value) => {
    expect(looksSecret(name, value)).toBe(false);
  });
});
