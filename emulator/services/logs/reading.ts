import type {
  FilterLogEventsRequest,
  FilterLogEventsResponse,
  GetLogEventsRequest,
  GetLogEventsResponse,
} from '../../shapes/logs.d.ts';
import { messageFilter } from './filter-pattern.ts';
import { invalidToken } from './groups.ts';
import type { Position } from './positions.ts';
import { compare, positionFrom, START, tokenFor } from './positions.ts';
import type { LogEvent, LogGroupRecord, LogStreamRecord, Logs } from './store.ts';
import { findGroup, findStream, invalidParameter } from './store.ts';

const DAY_MS = 86_400_000;
const PAGE_EVENTS = 10_000;
const PAGE_BYTES = 1_048_576;

interface Span {
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
}

export function readingOperations(logs: Logs) {
  /** What has arrived and not expired; `endTime` itself is not part of the span. */
  const readable = (
    group: LogGroupRecord,
    stream: LogStreamRecord,
    { startTime = 0, endTime = Infinity }: Span,
  ): LogEvent[] => {
    const now = logs.world.clock.now();
    const oldest = group.retentionInDays === undefined ? 0 : now - group.retentionInDays * DAY_MS;
    return stream.events.filter(
      ({ timestamp, readableAt }) =>
        readableAt <= now && timestamp >= Math.max(startTime, oldest) && timestamp < endTime,
    );
  };

  return {
    GetLogEvents: (input: GetLogEventsRequest): GetLogEventsResponse => {
      const { limit = PAGE_EVENTS, nextToken } = input;
      const group = findGroup(logs, input);
      const all = readable(group, findStream(group, input.logStreamName), input);
      const { forward, position } = direction(nextToken, input.startFromHead ?? false);
      const candidates = position
        ? all.filter((event) => (forward ? compare(event, position) > 0 : compare(event, position) < 0))
        : all;
      const events = forward ? head(candidates, limit) : head(candidates.toReversed(), limit).reverse();
      // Before what is there but cannot be read yet: who goes on from an empty page misses nothing.
      const edge: Position =
        position ?? (forward ? START : { timestamp: Math.round(logs.world.clock.now()), sequence: 0 });
      return {
        events: events.map(({ timestamp, message, ingestedAt }) => ({ timestamp, message, ingestionTime: ingestedAt })),
        nextForwardToken: `f/${tokenFor(events.at(-1) ?? edge)}/s`,
        nextBackwardToken: `b/${tokenFor(events[0] ?? edge)}/s`,
      };
    },

    FilterLogEvents: (input: FilterLogEventsRequest): FilterLogEventsResponse => {
      const { limit = PAGE_EVENTS, nextToken } = input;
      const group = findGroup(logs, input);
      const accepts = messageFilter(input.filterPattern);
      const position = nextToken === undefined ? undefined : positionFrom(nextToken);
      if (nextToken !== undefined && !position) throw invalidToken();
      const found = searched(group, input)
        .flatMap((stream) => readable(group, stream, input))
        .filter((event) => accepts(event.message) && (!position || compare(event, position) > 0))
        .sort(compare);
      const events = head(found, limit);
      const last = events.at(-1);
      return {
        events: events.map(({ streamName, timestamp, message, ingestedAt, sequence }) => ({
          logStreamName: streamName,
          timestamp,
          message,
          ingestionTime: ingestedAt,
          eventId: String(sequence).padStart(56, '3'),
        })),
        searchedLogStreams: [],
        nextToken: last && events.length < found.length ? tokenFor(last) : undefined,
      };
    },
  };
}

function searched(group: LogGroupRecord, input: FilterLogEventsRequest): LogStreamRecord[] {
  const { logStreamNames, logStreamNamePrefix } = input;
  if (logStreamNames && logStreamNamePrefix !== undefined)
    throw invalidParameter('logStreamNames and logStreamNamePrefix are mutually exclusive parameters.');
  if (logStreamNames) return logStreamNames.map((name) => findStream(group, name));
  return [...group.streams.values()].filter(({ name }) => name.startsWith(logStreamNamePrefix ?? ''));
}

/** At the end of a stream AWS gives the same token again, so a token always carries a position. */
function direction(
  token: string | undefined,
  startFromHead: boolean,
): { readonly forward: boolean; readonly position: Position | undefined } {
  if (token === undefined) return { forward: startFromHead, position: undefined };
  const [, way, encoded = ''] = /^([fb])\/([^/]+)\/s$/.exec(token) ?? [];
  const position = positionFrom(encoded);
  if (!position) throw invalidToken();
  return { forward: way === 'f', position };
}

function head(events: readonly LogEvent[], limit: number): LogEvent[] {
  let bytes = 0;
  const end = events.findIndex(({ message }, index) => {
    bytes += Buffer.byteLength(message) + 26;
    return index >= limit || (index > 0 && bytes > PAGE_BYTES);
  });
  return end < 0 ? [...events] : events.slice(0, end);
}
