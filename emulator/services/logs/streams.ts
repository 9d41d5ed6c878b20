import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';
import type {
  CreateLogStreamRequest,
  DeleteLogStreamRequest,
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  LogStream,
} from '../../shapes/logs.d.ts';
import { invalidToken } from './groups.ts';
import type { LogGroupRecord, LogStreamRecord, Logs } from './store.ts';
import { findGroup, findStream, invalidParameter } from './store.ts';

export function streamOperations(logs: Logs) {
  return {
    CreateLogStream: ({ logGroupName, logStreamName: name }: CreateLogStreamRequest): void => {
      const { streams } = findGroup(logs, { logGroupName });
      if (streams.has(name))
        throw new AwsError('ResourceAlreadyExistsException', 'The specified log stream already exists');
      streams.set(name, {
        name,
        createdAt: logs.world.clock.now(),
        events: [],
        firstEventAt: undefined,
        lastEventAt: undefined,
        lastIngestedAt: undefined,
      });
    },

    DeleteLogStream: ({ logGroupName, logStreamName }: DeleteLogStreamRequest): void => {
      const group = findGroup(logs, { logGroupName });
      group.streams.delete(findStream(group, logStreamName).name);
    },

    DescribeLogStreams: (input: DescribeLogStreamsRequest): DescribeLogStreamsResponse => {
      const { logStreamNamePrefix: prefix = '', orderBy = 'LogStreamName', descending = false, limit = 50 } = input;
      if (orderBy === 'LastEventTime' && input.logStreamNamePrefix !== undefined)
        throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
      const group = findGroup(logs, input);
      const before = (a: LogStreamRecord, b: LogStreamRecord): boolean =>
        orderBy === 'LastEventTime' ? (a.lastEventAt ?? 0) < (b.lastEventAt ?? 0) : a.name < b.name;
      const found = [...group.streams.values()]
        .filter(({ name }) => name.startsWith(prefix))
        .sort((a, b) => (before(a, b) === descending ? 1 : -1));
      const { items, nextToken } = pageOf(found, { token: input.nextToken, size: limit, invalidToken });
      return { logStreams: items.map((stream) => described(group, stream)), nextToken };
    },
  };
}

function described(group: LogGroupRecord, stream: LogStreamRecord): LogStream {
  return {
    logStreamName: stream.name,
    creationTime: Math.round(stream.createdAt),
    firstEventTimestamp: stream.firstEventAt,
    lastEventTimestamp: stream.lastEventAt,
    lastIngestionTime: stream.lastIngestedAt,
    arn: `${group.arn}:log-stream:${stream.name}`,
    // AWS stopped counting per stream in 2019.
    storedBytes: 0,
  };
}
