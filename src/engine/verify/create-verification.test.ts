import { describe, expect, test } from '@jest/globals';
import { aCluster, aLoadBalancer, aService } from '../../../tests/builders/cluster.ts';
import { instantClock } from '../../../tests/fakes/clock.ts';
import type { ProbeResult } from '../../model/probe-result.ts';
import type { ProgressEvent } from '../../model/progress-events.ts';
import type { Verify } from '../../model/service.ts';
import type { ProbeRequest } from '../../ports/http-probe.ts';
import type { AskedService } from '../verification.ts';
import type { VerifyPorts } from './context.ts';
import { createVerification } from './create-verification.ts';

const TAG = '$' + '{image.tag}';
const COMMIT = '$' + '{commit}';
const VERIFY: Verify = {
  listenerPort: 8443,
  path: '/ready',
  host: 'www.example.com',
  expectStatus: '200',
  expectBody: undefined,
  version: { header: 'x-version', equals: TAG, container: 'app' },
  consecutive: 2,
  timeoutSeconds: 10,
  probesPerSecond: 1,
  maxFailures: 0,
};
const [listener] = aLoadBalancer().listeners;
const LISTENERS = listener ? [{ ...listener, port: 8443, protocol: 'HTTPS' as const }] : [];

function asked(verify: Verify | undefined, dnsName: string | undefined = 'web.test'): AskedService {
  const cluster = aCluster({ loadBalancer: aLoadBalancer({ listeners: LISTENERS }) });
  return { cluster, service: aService({ verify }), dnsName, signal: undefined };
}

/** An endpoint that answers with a version, or whose name is not known; and what it was asked. */
function endpoint(version: string | undefined) {
  const requests: ProbeRequest[] = [];
  const events: ProgressEvent[] = [];
  const get = async (request: ProbeRequest): Promise<ProbeResult> => {
    requests.push(request);
    if (version === undefined) return { kind: 'no-answer', code: 'ENOTFOUND', message: '', durationMs: 1 };
    const headers = { 'x-version': version };
    return { kind: 'answer', status: 200, headers, body: '', address: '192.0.2.1:443', durationMs: 1 };
  };
  const progress = { emit: (event: ProgressEvent) => void events.push(event) };
  const ports = { probe: { get }, clock: instantClock(), progress } as unknown as VerifyPorts;
  return { requests, events, verification: createVerification('web.test:8443:127.0.0.1:9', ports) };
}

const FACTS = { images: { app: 'app:2', nginx: 'nginx:1' }, commit: undefined };

describe('what a deployment verifies with', () => {
  test('asks as service.yaml says, at the listener, for the version of the image', async () => {
    const { requests, verification } = endpoint('2');
    const answer = await verification.prove(asked(VERIFY), FACTS);
    expect(answer).toMatchObject({ outcome: { kind: 'verified' }, isAnswered: true });
    expect(requests).toHaveLength(2);
    expect(requests[0]).toMatchObject({
      url: 'https://web.test:8443/ready',
      host: 'www.example.com',
      connectTo: 'web.test:8443:127.0.0.1:9',
    });
  });

  test('finds out another version, and says what to do in the words of service.yaml', async () => {
    const answer = await endpoint('1').verification.prove(asked(VERIFY), FACTS);
    expect(answer?.outcome.summary).toContain('the answer has x-version: 1, expected 2');
    expect(answer?.outcome.nextStep).toContain('verify.timeoutSeconds');
  });

  test('tells that nothing answered where the name is not known', async () => {
    const answer = await endpoint(undefined).verification.prove(asked(VERIFY), FACTS);
    expect(answer).toMatchObject({ outcome: { kind: 'timed-out' }, isAnswered: false });
    expect(answer?.outcome.summary).toContain('the name does not resolve');
  });

  test('leaves a version out that the run does not know, and says so', async () => {
    const version = { header: 'x-version', equals: COMMIT };
    const { events, verification } = endpoint('1');
    const answer = await verification.prove(asked({ ...VERIFY, version }), FACTS);
    expect(answer?.outcome.kind).toBe('verified');
    expect(events).toContainEqual({ kind: 'notice', message: expect.stringContaining(`${COMMIT} has no value`) });
  });

  test('asks nothing where config does not say what', async () => {
    const { requests, verification } = endpoint('2');
    expect(await verification.prove(asked(undefined), FACTS)).toBeUndefined();
    expect(await verification.watch(asked(undefined))).toBeUndefined();
    expect(requests).toEqual([]);
  });

  test('watches what answers, whatever its version', async () => {
    const watch = await endpoint('1').verification.watch(asked(VERIFY));
    expect((await watch?.stop())?.lost).toEqual([]);
  });

  test('needs to know the load balancer', async () => {
    const unknown = { ...asked(VERIFY), dnsName: undefined };
    await expect(endpoint('2').verification.prove(unknown, FACTS)).rejects.toMatchObject({ code: 'NOT_PROVISIONED' });
  });
});
