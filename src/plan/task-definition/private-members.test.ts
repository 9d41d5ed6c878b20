import { describe, expect, test } from '@jest/globals';
import { isPrivate } from './private-members.ts';

const container = (...path: readonly string[]) => ['containerDefinitions', 'app', ...path];
const volume = (...path: readonly string[]) => ['volumes', 'share', ...path];

describe('a live value of a task definition', () => {
  test.each([
    [container('environment', 'DB_PASSWORD')],
    [container('command')],
    [container('entryPoint')],
    [container('healthCheck', 'command')],
    [container('dockerLabels', 'com.example.token')],
    [container('logConfiguration', 'options', 'http_Passwd')],
    [container('logConfiguration', 'options', 'splunk-url')],
    [container('firelensConfiguration', 'options', 'config-file-value')],
    [volume('dockerVolumeConfiguration', 'driverOpts', 'o')],
    [volume('dockerVolumeConfiguration', 'labels', 'owner')],
    [container('memberOfTheFuture')],
    [['memberOfTheFuture']],
  ])('may be a secret at %j', (path) => {
    expect(isPrivate(path)).toBe(true);
  });

  test.each([
    [container('image')],
    [container('portMappings', '80/tcp', 'hostPort')],
    [container('healthCheck', 'interval')],
    [container('secrets', 'DB_PASSWORD')],
    [container('logConfiguration', 'logDriver')],
    [container('logConfiguration', 'options', 'awslogs-group')],
    [container('linuxParameters', 'capabilities', 'add')],
    [volume('efsVolumeConfiguration', 'fileSystemId')],
    [['executionRoleArn']],
  ])('is none at %j', (path) => {
    expect(isPrivate(path)).toBe(false);
  });
});
