import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../model/json.ts';
import { taskNeeds } from './task-needs.ts';

const containers = (...containerDefinitions: readonly JsonObject[]): JsonObject => ({ containerDefinitions });

describe('what ECS reserves for a task', () => {
  test.each<[string, JsonObject, number, number]>([
    ['is the sum over its containers', containers({ cpu: 128, memory: 256 }, { cpu: 64, memory: 128 }), 192, 384],
    ['is the soft limit of memory where there is one', containers({ memory: 512, memoryReservation: 128 }), 0, 128],
    ['is the size of the task where it has one', { ...containers({ cpu: 1 }), cpu: '512', memory: '1024' }, 512, 1024],
    ['may be written in larger units', { cpu: '0.5 vCPU', memory: '2 GB' }, 512, 2048],
    ['is nothing where it cannot be read', { cpu: 'much', memory: 'more' }, 0, 0],
  ])('%s', (_, definition, cpu, memoryMiB) => {
    expect(taskNeeds(definition, {})).toMatchObject({ cpu, memoryMiB });
  });

  test('has the static host ports of TCP', () => {
    const portMappings = [
      { hostPort: 8080 },
      { hostPort: 0 },
      { containerPort: 80 },
      { hostPort: 53, protocol: 'udp' },
    ];
    expect(taskNeeds(containers({ portMappings }), {}).hostPorts).toEqual([8080]);
    expect(taskNeeds({ ...containers({ portMappings }), networkMode: 'awsvpc' }, {}).hostPorts).toEqual([]);
  });

  test("has the task definition's constraints and the service's", () => {
    const memberOf = (expression: string): JsonObject => ({ placementConstraints: [{ type: 'memberOf', expression }] });
    expect(taskNeeds(memberOf('a'), memberOf('b')).memberOf).toEqual(['a', 'b']);
    expect(taskNeeds({}, { placementConstraints: [{ type: 'distinctInstance' }] }).memberOf).toEqual([]);
  });
});
