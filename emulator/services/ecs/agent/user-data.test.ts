import { expect, test } from '@jest/globals';
import { agentConfiguration } from './user-data.ts';

const from = (script: string) => agentConfiguration(Buffer.from(script).toString('base64'));

test.each([
  ['#!/bin/bash\necho ECS_CLUSTER=sample-ecs-cluster >> /etc/ecs/ecs.config', 'sample-ecs-cluster'],
  ['#!/bin/bash\ncat >>/etc/ecs/ecs.config <<EOF\nECS_CLUSTER=one\nECS_CLUSTER=two\nEOF', 'two'],
  ['#!/bin/bash\necho "ECS_CLUSTER=quoted" >> /etc/ecs/ecs.config', 'quoted'],
  ["echo ECS_CLUSTER='single'", 'single'],
  ['#!/bin/bash\nyum update', 'default'],
])('%j joins %s', (script, cluster) => {
  expect(from(script).cluster).toBe(cluster);
});

test('an instance without user data joins the default cluster', () => {
  expect(agentConfiguration(undefined)).toEqual({
    cluster: 'default',
    stopTimeoutMs: 30_000,
    reservedMemoryMiB: 0,
    attributes: {},
  });
});

test.each([
  ['10s', 10_000],
  ['1m30s', 90_000],
  ['soon', 30_000],
])('ECS_CONTAINER_STOP_TIMEOUT=%s means %i ms', (text, ms) => {
  expect(from(`ECS_CONTAINER_STOP_TIMEOUT=${text}`).stopTimeoutMs).toBe(ms);
});

test('reserved memory and attributes are read', () => {
  const configuration = from('ECS_RESERVED_MEMORY=256\nECS_INSTANCE_ATTRIBUTES={"stack": "production"}');
  expect(configuration).toMatchObject({ reservedMemoryMiB: 256, attributes: { stack: 'production' } });
});
