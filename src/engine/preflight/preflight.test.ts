import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../../tests/builders/cluster.ts';
import { type ErrorCode, ToolkitError } from '../../model/errors.ts';
import type { Lookups } from '../../ports/lookups.ts';
import { check } from './check.ts';
import { memoizedLookups } from './memoized-lookups.ts';
import { checkService } from './service-checks.ts';

const refused = (code: ErrorCode) => async () => {
  throw new ToolkitError(code, 'AWS says no.', { hint: 'Ask.' });
};

test.each<[ErrorCode, string, string]>([
  ['AWS_REFUSED', 'failed', 'AWS says no.'],
  ['ACCESS_DENIED', 'unchecked', 'Not looked up: the role has no permission (AWS says no).'],
  ['AWS_UNAVAILABLE', 'unchecked', 'Not looked up: AWS says no.'],
])('a look that ends in %s is %s', async (code, state, message) => {
  expect(await check('it', undefined, refused(code))).toEqual({ subject: 'it', state, message, at: undefined });
});

test('a defect is no check', async () => {
  const defect = async () => {
    throw new TypeError('undefined is not a function');
  };
  await expect(check('it', undefined, defect)).rejects.toThrow('undefined is not a function');
});

describe('the checks of a service', () => {
  function counting() {
    const asked: string[] = [];
    const noting = async <Answer>(name: string, answer: Answer): Promise<Answer> => {
      asked.push(name);
      return answer;
    };
    const lookups: Lookups = {
      images: { find: ({ repository }) => noting(repository, 'no-image' as const) },
      secrets: { secret: refused('ACCESS_DENIED'), parameters: async () => [] },
      certificates: { certificate: async () => undefined },
      roles: { trustPolicy: (name) => noting(name, undefined) },
      networks: { subnets: refused('AWS_REFUSED') },
      securityGroups: { byId: refused('AWS_REFUSED'), named: async () => undefined },
      alarms: { alarms: async (names) => names.map(() => undefined) },
    };
    return { asked, lookups };
  }

  const image = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/app:1';
  const definition = { containerDefinitions: [{ name: 'app', image }], taskRoleArn: 'app' };

  test('ask for each thing once, however many services share it', async () => {
    const { asked, lookups } = counting();
    const once = memoizedLookups(lookups);
    const checked = { cluster: aCluster(), service: aService(), outputs: { cluster: {}, service: {} }, definition };
    const first = await checkService(checked, once);
    expect(await checkService(checked, once)).toEqual(first);
    expect(asked).toEqual(['app', 'app']);
  });

  test('include subnets of tasks, alarms that are on, and roles of its own account only', async () => {
    const service = aService({
      settings: {
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
        deploymentConfiguration: { alarms: { enable: true, alarmNames: ['Errors'] } },
      },
    });
    const foreign = { containerDefinitions: [], taskRoleArn: 'arn:aws:iam::999999999999:role/app' };
    const checked = { cluster: aCluster(), service, outputs: { cluster: {}, service: {} }, definition: foreign };
    const checks = await checkService(checked, counting().lookups);
    expect(checks.map(({ subject, state, message }) => `${state} ${subject}: ${message}`)).toEqual([
      'failed task role app: It belongs to account 999999999999: ECS accepts only roles of its own account.',
      'failed subnets subnet-1: AWS says no.',
      'failed security groups sg-1: AWS says no.',
      'failed alarm Errors: There is no metric alarm of that name. Create it, or correct alarmNames.',
    ]);
  });
});
