import { scaledClock } from '../core/clock.ts';
import type { Services } from '../core/create-world.ts';
import { createWorld } from '../core/create-world.ts';
import { seededRandom } from '../core/random.ts';
import { createActionUsage } from './action-usage.ts';
import { createFaults } from './faults.ts';
import type { LoggedRequest } from './request-log.ts';
import { createRequestLog } from './request-log.ts';
import { openFront } from './server.ts';

export interface TestFront {
  readonly url: string;
  readonly defects: unknown[];
  requests(): readonly LoggedRequest[];
  close(): Promise<void>;
}

/** A wire front before services that the test makes up, to see what goes over the wire. */
export async function openTestFront(services: Services): Promise<TestFront> {
  const clock = scaledClock(1);
  const random = seededRandom(1);
  const defects: unknown[] = [];
  const defect = (error: unknown): void => void defects.push(error);
  const log = createRequestLog();
  const world = createWorld({
    account: '123456789012',
    region: 'ap-northeast-1',
    clock,
    random,
    services: () => services,
    onDefect: defect,
  });
  const faults = createFaults(clock.now);
  const caller = { arn: 'arn:aws:iam::123456789012:user/test' };
  const account = {
    now: clock.now,
    requestId: random.uuid,
    caller: () => caller,
    authorize: async () => ({ permissions: [] }),
    perform: (_region: string, ...call: Parameters<typeof world.perform>) => world.perform(...call),
    faults,
    log: log.add,
    defect,
  };
  const front = await openFront(0, account, {
    requests: log,
    faults,
    actions: createActionUsage(),
    listeners: () => [],
    health: () => ({ status: 'ok' }),
  });
  return {
    url: `http://127.0.0.1:${front.port}`,
    defects,
    requests: () => log.since(0).requests,
    close: async () => {
      await front.close();
      clock.stop();
    },
  };
}

/** What an SDK client needs to speak to it. */
export const clientOptions = (endpoint: string) => ({
  endpoint,
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
  maxAttempts: 1,
});

/** Headers of a signed request, for requests that no SDK would send. */
export const signed = (service: string, region = 'ap-northeast-1'): Record<string, string> => ({
  'x-amz-date': '20261101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261101/${region}/${service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
});
