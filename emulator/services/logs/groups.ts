import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';
import { withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateLogGroupRequest,
  DeleteLogGroupRequest,
  DeleteRetentionPolicyRequest,
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  LogGroup,
  PutRetentionPolicyRequest,
} from '../../shapes/logs.d.ts';
import type { LogGroupRecord, Logs } from './store.ts';
import { findGroup, groupArn, invalidParameter } from './store.ts';
import { REFUSALS } from './tags.ts';

const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export function groupOperations(logs: Logs) {
  return {
    CreateLogGroup: (input: CreateLogGroupRequest, context: CallContext): void => {
      const { logGroupName: name, tags = {} } = input;
      if (logs.groups.has(name) && !logs.world.sabotage.has('log-group-name-taken'))
        throw new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists');
      logs.groups.set(name, {
        name,
        arn: groupArn(logs.world, name),
        createdAt: logs.world.clock.now(),
        kmsKeyId: input.kmsKeyId,
        logGroupClass: input.logGroupClass ?? 'STANDARD',
        deletionProtected: input.deletionProtectionEnabled ?? false,
        retentionInDays: undefined,
        tags: withTags(new Map(), Object.entries(tags), context, REFUSALS),
        streams: new Map(),
      });
    },

    DeleteLogGroup: ({ logGroupName }: DeleteLogGroupRequest): void => {
      const group = findGroup(logs, { logGroupName });
      if (group.deletionProtected)
        throw new AwsError('ValidationException', `Deletion protection is enabled for log group ${logGroupName}.`);
      logs.groups.delete(logGroupName);
    },

    DescribeLogGroups: (input: DescribeLogGroupsRequest): DescribeLogGroupsResponse => {
      const { logGroupNamePrefix: prefix = '', logGroupNamePattern: pattern, logGroupClass, limit = 50 } = input;
      if (input.logGroupNamePrefix !== undefined && pattern !== undefined)
        throw invalidParameter('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
      const named = input.logGroupIdentifiers?.map((each) => each.replace(/^arn:.*:log-group:/, ''));
      const found = [...logs.groups.values()]
        .filter(({ name }) => name.startsWith(prefix) && name.toLowerCase().includes((pattern ?? '').toLowerCase()))
        .filter((group) => logGroupClass === undefined || group.logGroupClass === logGroupClass)
        .filter(({ name }) => named === undefined || named.includes(name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const { items, nextToken } = pageOf(found, { token: input.nextToken, size: limit, invalidToken });
      return { logGroups: items.map(described), nextToken };
    },

    PutRetentionPolicy: ({ logGroupName, retentionInDays }: PutRetentionPolicyRequest): void => {
      const group = findGroup(logs, { logGroupName });
      if (!RETENTION_DAYS.includes(retentionInDays))
        throw invalidParameter(
          `1 validation error detected: Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${RETENTION_DAYS.join(', ')}]`,
        );
      group.retentionInDays = retentionInDays;
    },

    DeleteRetentionPolicy: ({ logGroupName }: DeleteRetentionPolicyRequest): void => {
      findGroup(logs, { logGroupName }).retentionInDays = undefined;
    },
  };
}

export const invalidToken = (): AwsError => invalidParameter('The specified nextToken is invalid.');

function described(group: LogGroupRecord): LogGroup {
  const events = [...group.streams.values()].flatMap(({ events }) => events);
  return {
    logGroupName: group.name,
    creationTime: Math.round(group.createdAt),
    retentionInDays: group.retentionInDays,
    metricFilterCount: 0,
    arn: `${group.arn}:*`,
    storedBytes: events.reduce((bytes, { message }) => bytes + message.length + 26, 0),
    kmsKeyId: group.kmsKeyId,
    logGroupClass: group.logGroupClass,
    logGroupArn: group.arn,
    deletionProtectionEnabled: group.deletionProtected,
  };
}
