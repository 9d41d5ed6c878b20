import { describe, expect, test } from '@jest/globals';
import { api, issuesOf, shopFiles } from '../../../tests/builders/config-files.ts';

const SERVICE = 'services/api/service.yaml';
const TASK = 'services/api/task-definition.yaml';

function issues(override: string, container = ''): readonly string[] {
  const files = shopFiles();
  const text = (path: string): string => String(files.get(`config/shop/${path}`));
  return issuesOf({
    [SERVICE]: `${text(SERVICE)}beforeDeployment:\n  containerOverrides:\n    - ${override}\n`,
    [TASK]: `${text(TASK)}${container}`,
  });
}

describe('the task before a deployment', () => {
  test("takes RunTask's shape, and its first container decides", () => {
    const { beforeDeployment } = api(
      'beforeDeployment:\n  taskRoleArn: arn:aws:iam::123456789012:role/migrate\n  containerOverrides:\n    - { name: web, command: [migrate, --all], environment: [{ name: MODE, value: once }] }\n',
    );
    expect(beforeDeployment).toEqual({
      containerName: 'web',
      overrides: {
        taskRoleArn: 'arn:aws:iam::123456789012:role/migrate',
        containerOverrides: [
          { name: 'web', command: ['migrate', '--all'], environment: [{ name: 'MODE', value: 'once' }] },
        ],
      },
      timeoutSeconds: 900,
    });
  });

  test('is none unless config says so', () => {
    expect(api().beforeDeployment).toBeUndefined();
  });

  test.each([
    ['a container that there is not', '{ name: wep }', '', ['6:15 There is no container "wep". Did you mean "web"?']],
    [
      'a container whose end ends no task',
      '{ name: side }',
      '  - { name: side, image: a, memory: 8, essential: false }\n',
      [
        '6:15 Container "side" is not essential, so the task does not end when it does. Name an essential container first: its exit code decides.',
      ],
    ],
    [
      'a secret in the open',
      '{ name: web, environment: [{ name: DB_PASSWORD, value: x8Kq2mZp }] }',
      '',
      [expect.stringMatching(/^6:\d+ DB_PASSWORD looks like a secret, and its value is written here\./)],
    ],
    ['an unknown member', '{ name: web, image: b }', '', [expect.stringContaining('Unknown key "image"')]],
  ])('is refused with %s', (_, override, container, expected) => {
    expect(issues(override, container).map((issue) => issue.replace(`${SERVICE}:`, ''))).toEqual(expected);
  });
});
