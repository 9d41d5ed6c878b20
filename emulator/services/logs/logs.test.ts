import { describe, expect, test } from '@jest/globals';
import { createTestWorld } from '../../core/testing.ts';
import type {
  DescribeLogStreamsResponse,
  FilterLogEventsResponse,
  GetLogEventsResponse,
  PutLogEventsResponse,
} from '../../shapes/logs.d.ts';
import { messageFilter } from './filter-pattern.ts';
import { createService } from './service.ts';

const GROUP = { logGroupName: '/ecs/sample' };
const STREAM = { ...GROUP, logStreamName: 'app/1' };
const ARRIVAL_MS = 3_000;
const DAY_MS = 86_400_000;

async function withStream() {
  const { world, advance } = createTestWorld({ services: (world) => ({ logs: createService(world) }) });
  const logs = <Output>(operation: string, input: object) => world.call<Output>('logs', operation, input);
  await logs('CreateLogGroup', GROUP);
  await logs('CreateLogStream', STREAM);
  const put = (...messages: string[]) => {
    const timestamp = world.clock.now();
    return logs<PutLogEventsResponse>('PutLogEvents', {
      ...STREAM,
      logEvents: messages.map((message) => ({ timestamp, message })),
    });
  };
  const read = async (input: object = {}) => {
    const page = await logs<GetLogEventsResponse>('GetLogEvents', { ...STREAM, ...input });
    return { ...page, messages: page.events?.map(({ message }) => message) };
  };
  return { world, advance, logs, put, read };
}

describe('log events', () => {
  test('can be read some time after they were put', async () => {
    const { advance, put, read } = await withStream();
    await put('a', 'b');
    expect((await read()).messages).toEqual([]);
    await advance(ARRIVAL_MS);
    expect((await read()).messages).toEqual(['a', 'b']);
  });

  test('are not missed by who goes on from a page before they could be read', async () => {
    const { advance, put, read } = await withStream();
    await put('a');
    const empty = await read({ startFromHead: true });
    expect(empty.messages).toEqual([]);
    await advance(ARRIVAL_MS);
    expect((await read({ nextToken: empty.nextForwardToken })).messages).toEqual(['a']);
  });

  test('are read in both directions, and a token at the end stays the same', async () => {
    const { advance, put, read } = await withStream();
    await put('1', '2', '3', '4', '5');
    await advance(ARRIVAL_MS);
    const newest = await read({ limit: 2 });
    expect(newest.messages).toEqual(['4', '5']);
    const before = await read({ limit: 2, nextToken: newest.nextBackwardToken });
    expect(before.messages).toEqual(['2', '3']);
    const oldest = await read({ limit: 2, startFromHead: true });
    expect(oldest.messages).toEqual(['1', '2']);
    const end = await read({ nextToken: newest.nextForwardToken });
    expect(end.messages).toEqual([]);
    expect(end.nextForwardToken).toBe(newest.nextForwardToken);
    await put('6');
    await advance(ARRIVAL_MS);
    expect((await read({ nextToken: end.nextForwardToken })).messages).toEqual(['6']);
  });

  test('of all streams are filtered together, page by page', async () => {
    const { world, advance, logs, put } = await withStream();
    await logs('CreateLogStream', { ...GROUP, logStreamName: 'app/2' });
    await put('ERROR one', 'fine');
    await advance(1_000);
    const logEvents = [{ timestamp: world.clock.now(), message: 'ERROR two' }];
    await logs('PutLogEvents', { ...GROUP, logStreamName: 'app/2', logEvents });
    await advance(ARRIVAL_MS);
    const filter = { ...GROUP, filterPattern: 'ERROR', limit: 1 };
    const first = await logs<FilterLogEventsResponse>('FilterLogEvents', filter);
    expect(first.events).toMatchObject([{ message: 'ERROR one', logStreamName: 'app/1' }]);
    const second = await logs<FilterLogEventsResponse>('FilterLogEvents', { ...filter, nextToken: first.nextToken });
    expect(second.events).toMatchObject([{ message: 'ERROR two', logStreamName: 'app/2' }]);
    expect(second.nextToken).toBeUndefined();
  });

  test('that are too old or too new are rejected, the others kept', async () => {
    const { world, advance, logs, read } = await withStream();
    const now = world.clock.now();
    const put = (...timestamps: number[]) =>
      logs<PutLogEventsResponse>('PutLogEvents', {
        ...STREAM,
        logEvents: timestamps.map((timestamp) => ({ timestamp, message: 'm' })),
      });
    expect((await put(now, now + 3 * 3_600_000)).rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 1 });
    expect((await put(now - 15 * DAY_MS)).rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1 });
    await advance(ARRIVAL_MS);
    expect((await read()).messages).toEqual(['m']);
  });

  test('expire', async () => {
    const { advance, logs, put, read } = await withStream();
    await logs('PutRetentionPolicy', { ...GROUP, retentionInDays: 1 });
    await put('old');
    await advance(ARRIVAL_MS);
    expect((await read()).messages).toEqual(['old']);
    await advance(DAY_MS);
    expect((await read()).messages).toEqual([]);
  });

  test('in the wrong order are refused', async () => {
    const { world, logs } = await withStream();
    const now = world.clock.now();
    const logEvents = [now, now - 1].map((timestamp) => ({ timestamp, message: 'm' }));
    await expect(logs('PutLogEvents', { ...STREAM, logEvents })).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: 'Log events in a single PutLogEvents request must be in chronological order.',
    });
  });
});

describe('log groups and streams', () => {
  test.each([
    ['CreateLogGroup', GROUP, 'ResourceAlreadyExistsException', 'The specified log group already exists'],
    ['CreateLogStream', STREAM, 'ResourceAlreadyExistsException', 'The specified log stream already exists'],
    ['DeleteLogGroup', { logGroupName: 'no' }, 'ResourceNotFoundException', 'The specified log group does not exist.'],
    [
      'GetLogEvents',
      { ...GROUP, logStreamName: 'no' },
      'ResourceNotFoundException',
      'The specified log stream does not exist.',
    ],
  ])('%s is refused in AWS’s words', async (operation, input, code, message) => {
    const { logs } = await withStream();
    await expect(logs(operation, input)).rejects.toMatchObject({ code, message });
  });

  test('take only the retention that AWS offers', async () => {
    const { logs } = await withStream();
    await expect(logs('PutRetentionPolicy', { ...GROUP, retentionInDays: 2 })).rejects.toThrow(
      "1 validation error detected: Value '2' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [1, 3, 5,",
    );
  });

  test('are ordered by their last event where that is asked for', async () => {
    const { world, advance, logs, put } = await withStream();
    await logs('CreateLogStream', { ...GROUP, logStreamName: 'app/0' });
    await put('first');
    await advance(10);
    const logEvents = [{ timestamp: world.clock.now(), message: 'later' }];
    await logs('PutLogEvents', { ...GROUP, logStreamName: 'app/0', logEvents });
    const input = { ...GROUP, orderBy: 'LastEventTime', descending: true, limit: 1 };
    const { logStreams } = await logs<DescribeLogStreamsResponse>('DescribeLogStreams', input);
    expect(logStreams).toMatchObject([{ logStreamName: 'app/0', lastEventTimestamp: logEvents[0]?.timestamp }]);
  });
});

describe('a filter pattern', () => {
  test.each([
    ['', 'anything', true],
    ['ERROR', 'an ERROR', true],
    ['ERROR', 'an error', false],
    ['ERROR 500', 'ERROR 404', false],
    ['"GET /health"', 'GET /health 200', true],
    ['"GET /health"', 'GET the /health', false],
    ['?ERROR ?WARN', 'a WARN', true],
    ['?ERROR ?WARN', 'fine', false],
    ['ERROR -health', 'ERROR in health', false],
  ])('%j on %j: %j', (pattern, message, accepted) => {
    expect(messageFilter(pattern)(message)).toBe(accepted);
  });

  test('over JSON is refused, not misread', () => {
    expect(() => messageFilter('{ $.status = 500 }')).toThrow('terms alone');
  });
});
