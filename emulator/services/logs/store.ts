import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';

/** Times are milliseconds since the epoch. */
export interface LogEvent {
  readonly timestamp: number;
  readonly message: string;
  readonly ingestedAt: number;
  /** Readers see an event only some time after it was ingested. */
  readonly readableAt: number;
  /** Grows by one with every event of the region. */
  readonly sequence: number;
  readonly streamName: string;
}

export interface LogStreamRecord {
  readonly name: string;
  readonly createdAt: number;
  /** By timestamp, then sequence. */
  readonly events: LogEvent[];
  firstEventAt: number | undefined;
  lastEventAt: number | undefined;
  lastIngestedAt: number | undefined;
}

export interface LogGroupRecord {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly kmsKeyId: string | undefined;
  readonly logGroupClass: 'STANDARD' | 'INFREQUENT_ACCESS' | 'DELIVERY' | 'ESSENTIALS';
  readonly deletionProtected: boolean;
  retentionInDays: number | undefined;
  tags: ReadonlyMap<string, string>;
  readonly streams: Map<string, LogStreamRecord>;
}

export interface Logs {
  readonly world: World;
  readonly groups: Map<string, LogGroupRecord>;
  sequence: number;
}

interface GroupReference {
  readonly logGroupName?: string | undefined;
  /** A name or an ARN. */
  readonly logGroupIdentifier?: string | undefined;
}

export const invalidParameter = (message: string): AwsError => new AwsError('InvalidParameterException', message);

export const groupArn = ({ region, account }: World, name: string): string =>
  `arn:aws:logs:${region}:${account}:log-group:${name}`;

export function findGroup({ groups }: Logs, reference: GroupReference): LogGroupRecord {
  const { logGroupName, logGroupIdentifier } = reference;
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined))
    throw invalidParameter('Exactly one of logGroupName and logGroupIdentifier must be given.');
  const name = logGroupName ?? logGroupIdentifier?.replace(/^arn:[^:]*:logs:[^:]*:\d*:log-group:/, '') ?? '';
  const group = groups.get(name);
  if (!group) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
  return group;
}

export function findStream(group: LogGroupRecord, name: string): LogStreamRecord {
  const stream = group.streams.get(name);
  if (!stream) throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.');
  return stream;
}
