import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createFaults } from './faults.ts';
import type { TestFront } from './testing.ts';
import { openTestFront, signed } from './testing.ts';

let front: TestFront;
beforeAll(async () => {
  front = await openTestFront({ ecs: { operations: { ListClusters: () => ({ clusterArns: [] }) } } });
});
beforeEach(() => fetch(`${front.url}/_emulator/faults`, { method: 'DELETE' }));
afterAll(() => front.close());

const ANSWERED = { status: 200, body: { clusterArns: [] } };
const THROTTLED = { status: 400, body: { __type: 'ThrottlingException', message: 'Rate exceeded' } };

async function list(): Promise<{ status: number; body: unknown }> {
  const type = { 'content-type': 'application/x-amz-json-1.1' };
  const target = { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters' };
  const response = await fetch(front.url, {
    method: 'POST',
    headers: { ...signed('ecs'), ...type, ...target },
    body: '{}',
  });
  return { status: response.status, body: await response.json() };
}

async function plant(fault: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${front.url}/_emulator/faults`, { method: 'POST', body: JSON.stringify(fault) });
  return { status: response.status, body: await response.json() };
}

describe('a planted fault', () => {
  const error = { code: 'ThrottlingException', message: 'Rate exceeded' };

  test('refuses so many requests in AWS’s form, and no more', async () => {
    await plant({ operation: 'ecs:ListClusters', error, times: 2 });
    expect([await list(), await list(), await list()]).toEqual([THROTTLED, THROTTLED, ANSWERED]);
  });

  test('meets the requests of its access key alone', async () => {
    await plant({ operation: 'ecs:ListClusters', error, accessKeyId: 'AKIANOBODY' });
    expect(await list()).toEqual(ANSWERED);
  });

  test.each([
    [{ operation: 'ListClusters', error }],
    [{ operation: 'ecs:ListClusters' }],
    [{ operation: 'ecs:ListClusters', error: {} }],
    [{ operation: 'ecs:ListClusters', error, times: 0 }],
    [{ operation: 'ecs:ListClusters', stale: { seconds: 1 }, carriedOut: true }],
    [{ operation: 'ecs:ListClusters', stale: { after: 'ecs:UpdateService', seconds: -1 } }],
  ])('is refused where it is none: %j', async (fault) => {
    expect(await plant(fault)).toEqual({ status: 400, body: { error: expect.any(String) } });
  });
});

const request = (operation: string, input: unknown = {}) => ({ operation, accessKeyId: 'AKIA', input });

test('a lost answer is refused once its request was carried out', () => {
  const faults = createFaults(() => 0);
  const error = { code: 'InternalFailure', message: 'The answer was lost.' };
  faults.add({ operation: 'ecs:UpdateService', error, carriedOut: true });
  expect(faults.before(request('ecs:UpdateService'))).toBeUndefined();
  expect(() => faults.after(request('ecs:UpdateService'), {})).toThrow('The answer was lost.');
  expect(faults.pending()).toEqual([]);
});

describe('a stale read', () => {
  test('that follows no write answers from now on as it does next', () => {
    let now = 0;
    const faults = createFaults(() => now);
    faults.add({ operation: 'ecs:DescribeServices', stale: { seconds: 8 } });
    expect(faults.before(request('ecs:DescribeServices'))).toBeUndefined();
    faults.after(request('ecs:DescribeServices'), { services: [] });
    expect(faults.before(request('ecs:DescribeServices'))).toEqual({ services: [] });
    now = 8_000;
    expect(faults.before(request('ecs:DescribeServices'))).toBeUndefined();
  });

  test('answers as before the write until the seconds are over, and freshly what nobody had asked', () => {
    let now = 0;
    const faults = createFaults(() => now);
    faults.add({ operation: 'ecs:DescribeServices', stale: { after: 'ecs:UpdateService', seconds: 8 } });
    const answer = { services: [{ runningCount: 2 }] };
    faults.after(request('ecs:DescribeServices'), answer);
    expect(faults.before(request('ecs:DescribeServices'))).toBeUndefined();
    faults.after(request('ecs:UpdateService'), {});
    answer.services = [];
    expect(faults.before(request('ecs:DescribeServices'))).toEqual({ services: [{ runningCount: 2 }] });
    expect(faults.before(request('ecs:DescribeServices', { include: ['TAGS'] }))).toBeUndefined();
    now = 8_000;
    expect(faults.before(request('ecs:DescribeServices'))).toBeUndefined();
    expect(faults.pending()).toEqual([]);
  });
});
