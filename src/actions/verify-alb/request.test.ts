import { describe, expect, test } from '@jest/globals';
import { aCluster, aService } from '../../../tests/builders/cluster.ts';
import { aRevision } from '../../../tests/builders/live-service.ts';
import type { Verify } from '../../model/service.ts';
import { COMMIT_TAG } from '../../plan/service/service-tags.ts';
import { readInputs } from '../inputs.ts';
import { type RequestPorts, verifyRequest } from './request.ts';

const COMMIT = '$' + '{commit}';
const VERIFY: Verify = {
  listenerPort: 80,
  path: '/ready',
  host: undefined,
  expectStatus: '204',
  expectBody: undefined,
  version: { header: 'x-commit', equals: COMMIT },
  consecutive: 5,
  timeoutSeconds: 60,
  probesPerSecond: 1,
  maxFailures: 0,
};

/** The request of a run at commit `later`, for a service whose newest revision has these tags. */
function requested(env: Readonly<Record<string, string>>, tags: Readonly<Record<string, string>> | undefined) {
  const describe: RequestPorts['taskDefinitions']['describe'] = async () => tags && { ...aRevision(3, {}), tags };
  const ports = { taskDefinitions: { describe } } as unknown as RequestPorts;
  const inputs = readInputs('verify-alb', { INPUT_URL: 'http://web.test', ...env });
  const given = { inputs, folder: 'config', consecutive: undefined, timeoutSeconds: undefined, watchSeconds: 0 };
  const cluster = aCluster({ services: [aService({ verify: VERIFY })] });
  return verifyRequest(given, cluster, { GITHUB_SHA: 'later' }, ports);
}

describe('what verify-alb asks for', () => {
  test('is what service.yaml says', async () => {
    expect(await requested({}, {})).toMatchObject({ expected: { status: '204' }, consecutive: 5, timeoutMs: 60_000 });
  });

  test('is what the inputs say before that', async () => {
    const request = await requested({ INPUT_PATH: '/other', 'INPUT_EXPECT-STATUS': '200' }, {});
    expect(request).toMatchObject({ url: 'http://web.test/other', expected: { status: '200' } });
  });

  test.each([
    ['the one that the newest revision is of', { [COMMIT_TAG]: 'deployed' }, 'deployed'],
    ["the run's where the revision does not say", {}, 'later'],
    ["the run's where there is none", undefined, 'later'],
  ])('expects as commit %s', async (_, tags, equals) => {
    expect((await requested({}, tags)).expected.version).toEqual({ header: 'x-commit', equals });
  });
});
