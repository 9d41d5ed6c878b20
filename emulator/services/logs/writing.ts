import type { InputLogEvent, PutLogEventsRequest, PutLogEventsResponse } from '../../shapes/logs.d.ts';
import type { LogEvent, LogStreamRecord, Logs } from './store.ts';
import { findGroup, findStream, invalidParameter } from './store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BATCH_BYTES = 1_048_576;
/** What AWS counts for an event beside its message. */
const EVENT_OVERHEAD_BYTES = 26;
/** A bound that AWS does not have: of a stream that prints for days, the newest events are kept. */
const EVENTS_KEPT = 50_000;

export function writingOperations(logs: Logs) {
  return {
    PutLogEvents: (input: PutLogEventsRequest): PutLogEventsResponse => {
      const { logGroupName, logStreamName, logEvents } = input;
      const group = findGroup(logs, { logGroupName });
      const stream = findStream(group, logStreamName);
      checkBatch(logEvents);
      const now = Math.round(logs.world.clock.now());
      const readableAt = now + logs.world.latency('log-ingestion');
      const oldest = now - 14 * DAY_MS;
      const expired = group.retentionInDays === undefined ? 0 : now - group.retentionInDays * DAY_MS;
      const newest = now + 2 * HOUR_MS;
      for (const { timestamp, message } of logEvents) {
        if (timestamp < Math.max(oldest, expired) || timestamp > newest) continue;
        logs.sequence += 1;
        insert(stream, {
          timestamp,
          message,
          ingestedAt: now,
          readableAt,
          sequence: logs.sequence,
          streamName: stream.name,
        });
      }
      return {
        nextSequenceToken: String(logs.sequence).padStart(56, '4'),
        rejectedLogEventsInfo: rejected(logEvents, { oldest, expired, newest }),
      };
    },
  };
}

function checkBatch(events: readonly InputLogEvent[]): void {
  const bytes = events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES, 0);
  if (bytes > BATCH_BYTES) throw invalidParameter(`Upload too large: ${bytes} bytes exceeds limit of ${BATCH_BYTES}`);
  if (events.some((event, i) => event.timestamp < (events[i - 1]?.timestamp ?? 0)))
    throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.');
  if ((events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) > DAY_MS)
    throw invalidParameter('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
}

function insert(stream: LogStreamRecord, event: LogEvent): void {
  const after = stream.events.findLastIndex(({ timestamp }) => timestamp <= event.timestamp);
  stream.events.splice(after + 1, 0, event);
  if (stream.events.length > EVENTS_KEPT) stream.events.shift();
  stream.firstEventAt = Math.min(stream.firstEventAt ?? event.timestamp, event.timestamp);
  stream.lastEventAt = Math.max(stream.lastEventAt ?? event.timestamp, event.timestamp);
  stream.lastIngestedAt = event.ingestedAt;
}

interface Bounds {
  readonly oldest: number;
  readonly expired: number;
  readonly newest: number;
}

/** Events come in order, so that what is refused is a part at the beginning and a part at the end. */
function rejected(
  events: readonly InputLogEvent[],
  { oldest, expired, newest }: Bounds,
): PutLogEventsResponse['rejectedLogEventsInfo'] {
  const count = (is: (event: InputLogEvent) => boolean): number => events.filter(is).length;
  const info = {
    tooOldLogEventEndIndex: count(({ timestamp }) => timestamp < oldest) || undefined,
    expiredLogEventEndIndex: count(({ timestamp }) => timestamp < expired) || undefined,
    tooNewLogEventStartIndex: undefinedIfNone(events.findIndex(({ timestamp }) => timestamp > newest)),
  };
  return Object.values(info).every((index) => index === undefined) ? undefined : info;
}

const undefinedIfNone = (index: number): number | undefined => (index < 0 ? undefined : index);
