import { expect, test } from '@jest/globals';
import { subnetBlocks } from './cidr-blocks.ts';

test.each([
  ['10.0.0.0/16', 2, ['10.0.0.0/20', '10.0.16.0/20']],
  ['192.168.128.0/20', 3, ['192.168.128.0/24', '192.168.129.0/24', '192.168.130.0/24']],
  ['10.9.8.0/26', 2, ['10.9.8.0/28', '10.9.8.16/28']],
])('cuts %s into %i subnets', (block, count, subnets) => {
  expect(subnetBlocks(block, count)).toEqual(subnets);
});
