import { describe, expect, test } from '@jest/globals';
import type { Json } from '../template/json.ts';
import { aligned } from './align.ts';

const RULE = { IpProtocol: 'tcp', FromPort: 80, CidrIp: '0.0.0.0/0' };
const SSH = { IpProtocol: 'tcp', FromPort: 22, CidrIp: '10.0.0.0/8' };

describe('what a service answered, as the template has it', () => {
  test.each<[what: string, expected: Json, actual: Json | undefined, exact: boolean, aligned: Json | undefined]>([
    ['leaves out defaults', { Port: 80 }, { Port: 81, Protocol: 'HTTP' }, false, { Port: 81 }],
    ['keeps what is beyond the template where answers are exact', { A: 1 }, { A: 1, B: 2 }, true, { A: 1, B: 2 }],
    ['has no member that is gone', { A: 1, B: 2 }, { A: 1 }, false, { A: 1 }],
    ['is nothing where there is nothing', { A: 1 }, undefined, false, undefined],
    ['has items in the order of the template', ['a', 'b'], ['b', 'a'], false, ['a', 'b']],
    ['has what was added last', ['a'], ['b', 'a'], false, ['a', 'b']],
    ['has fewer items where some are gone', ['a', 'b'], ['b'], false, ['b']],
    [
      'has a changed item in its place',
      [RULE],
      [{ ...RULE, CidrIp: '10.0.0.0/8' }],
      true,
      [{ ...RULE, CidrIp: '10.0.0.0/8' }],
    ],
    [
      'tells a changed item from an added one',
      [RULE, SSH],
      [SSH, { ...RULE, FromPort: 8080 }],
      true,
      [{ ...RULE, FromPort: 8080 }, SSH],
    ],
    [
      'has attributes by their keys',
      [{ Key: 'a', Value: '1' }],
      [
        { Key: 'z', Value: '9' },
        { Key: 'a', Value: '2' },
      ],
      false,
      [{ Key: 'a', Value: '2' }],
    ],
    ['has text for a number', { Port: '80' }, { Port: 80 }, false, { Port: 80 }],
  ])('%s', (_what, expected, actual, exact, result) => {
    expect(aligned(expected, actual, exact)).toEqual(result);
  });
});
