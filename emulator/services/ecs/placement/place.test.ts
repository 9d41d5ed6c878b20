import { describe, expect, test } from '@jest/globals';
import type { PlacementStrategy } from '../../../shapes/ecs.d.ts';
import type { Candidate } from './candidate.ts';
import { closest, type PlacementRequest, place } from './place.ts';
import { nextDynamicPort } from './ports.ts';

interface Instance {
  readonly zone?: string;
  readonly cpu?: number;
  readonly memory?: number;
  readonly ports?: number[];
  readonly interfaces?: number;
  readonly tasks?: number;
  readonly connected?: boolean;
  readonly attributes?: string[];
}

const instance = (id: string, more: Instance = {}): Candidate => ({
  id,
  ec2InstanceId: `i-${id}`,
  agentConnected: more.connected ?? true,
  attributes: new Map([
    ['ecs.availability-zone', more.zone ?? 'a'],
    ['ecs.vpc-id', 'vpc-1'],
    ...(more.attributes ?? ['docker']).map((name): [string, string] => [name, '']),
  ]),
  remaining: {
    cpu: more.cpu ?? 2048,
    memory: more.memory ?? 3915,
    usedPorts: new Set(more.ports ?? []),
    interfaces: more.interfaces ?? 2,
  },
  groups: new Map([['service:s', more.tasks ?? 0]]),
});
const request = (more: Partial<PlacementRequest> = {}): PlacementRequest => ({
  group: 'service:s',
  needs: { cpu: 256, memory: 512, ports: [], interfaces: 0, attributes: ['docker'] },
  constraints: [],
  strategy: [],
  ...more,
});
const chosen = (candidates: Candidate[], more: Partial<PlacementRequest> = {}, random = 0): string => {
  const placement = place(request(more), candidates, () => random);
  return placement.kind === 'placed' ? placement.candidate.id : placement.kind;
};

describe('what an instance must have', () => {
  const refusal = (more: Instance, wanted: Partial<PlacementRequest> = {}): string | undefined => {
    const placement = place(request(wanted), [instance('1', more)], () => 0);
    return placement.kind === 'no-fit' ? placement.obstacles[0]?.obstacle : placement.kind;
  };
  const ownInterface = (zone: string, vpcId = 'vpc-1') => ({
    needs: { ...request().needs, interfaces: 1 },
    network: { vpcId, subnets: [{ id: 'subnet-1', zone }], securityGroups: [] },
  });
  const port80 = { needs: { ...request().needs, ports: [80] } };
  test.each<[string, Instance, Partial<PlacementRequest>, string]>([
    ['enough of everything', {}, {}, 'placed'],
    ['exactly enough', { cpu: 256, memory: 512 }, {}, 'placed'],
    ['too little CPU', { cpu: 255 }, {}, 'RESOURCE:CPU'],
    ['too little memory', { memory: 511 }, {}, 'RESOURCE:MEMORY'],
    ['the port taken', { ports: [80] }, port80, 'RESOURCE:PORTS'],
    ['the port free', { ports: [22] }, port80, 'placed'],
    ['a network interface left', { interfaces: 1 }, ownInterface('a'), 'placed'],
    ['no network interface left', { interfaces: 0 }, ownInterface('a'), 'RESOURCE:ENI'],
    ['no subnet in its zone', {}, ownInterface('b'), 'ATTRIBUTE'],
    ['subnets of another VPC', {}, ownInterface('a', 'vpc-2'), 'ATTRIBUTE'],
    ['no agent', { connected: false }, {}, 'AGENT'],
    ['an attribute missing', { attributes: [] }, {}, 'ATTRIBUTE'],
    [
      'a task of the group, which must be alone',
      { tasks: 1 },
      { constraints: [{ type: 'distinctInstance' }] },
      'DISTINCT_INSTANCE',
    ],
    [
      'another zone than the constraint',
      {},
      { constraints: [{ type: 'memberOf', expression: 'attribute:ecs.availability-zone == c' }] },
      'MEMBER_OF',
    ],
  ])('%s', (_, more, wanted, expected) => {
    expect(refusal(more, wanted)).toBe(expected);
  });
  test('there must be one at all', () => {
    expect(chosen([])).toBe('no-instances');
  });
  test('the closest match is the one that fails the latest check', () => {
    const placement = place(request(), [instance('cpu', { cpu: 1 }), instance('memory', { memory: 1 })], () => 0);
    expect(placement.kind === 'no-fit' && closest(placement.obstacles)?.candidate.id).toBe('memory');
  });
});

describe('which instance is chosen', () => {
  const zones: PlacementStrategy[] = [{ type: 'spread', field: 'attribute:ecs.availability-zone' }];
  test('spread counts the group per zone, full instances included', () => {
    const candidates = [
      instance('1', { zone: 'a', tasks: 2, cpu: 0 }),
      instance('2', { zone: 'a' }),
      instance('3', { zone: 'c', tasks: 1 }),
    ];
    expect(chosen(candidates, { strategy: zones })).toBe('3');
  });
  test('strategies narrow one after the other', () => {
    const candidates = [
      instance('1', { zone: 'a', tasks: 1 }),
      instance('2', { zone: 'c', tasks: 1 }),
      instance('3', { zone: 'c' }),
    ];
    const strategy: PlacementStrategy[] = [...zones, { type: 'spread', field: 'instanceId' }];
    expect(chosen(candidates, { strategy })).toBe('3');
  });
  test('binpack takes the fullest that still has room', () => {
    const candidates = [
      instance('1', { memory: 3000 }),
      instance('2', { memory: 600 }),
      instance('3', { memory: 100 }),
    ];
    expect(chosen(candidates, { strategy: [{ type: 'binpack', field: 'memory' }] })).toBe('2');
  });
  test('chance decides between equals', () => {
    const candidates = [instance('1'), instance('2')];
    expect(chosen(candidates, {}, 0)).toBe('1');
    expect(chosen(candidates, {}, 0.99)).toBe('2');
  });
});

describe('dynamic host ports', () => {
  test('ascend from 32768, past those that are taken, and come round', () => {
    expect(nextDynamicPort(0, new Set())).toBe(32_768);
    expect(nextDynamicPort(32_769, new Set([32_769, 32_770]))).toBe(32_771);
    expect(nextDynamicPort(61_000, new Set())).toBe(32_768);
  });
});
