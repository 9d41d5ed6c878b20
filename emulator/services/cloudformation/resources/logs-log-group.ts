import type { DescribeLogGroupsResponse, LogGroup } from '../../../shapes/logs.d.ts';
import { sameValue } from '../template/json.ts';
import { generatedName } from './names.ts';
import { objectsOf } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

export const logsLogGroup: ResourceType = {
  type: 'AWS::Logs::LogGroup',
  service: 'CloudWatchLogs',
  serves: ['KmsKeyId', 'LogGroupClass', 'LogGroupName', 'RetentionInDays', 'Tags'],
  latency: 'resource-default',
  naming: { property: 'LogGroupName', generate: generatedName(512) },
  exists: async (name, context) => (await describe(name, context)) !== undefined,
  create: async (properties, { call }) => {
    const tags = objectsOf(properties['Tags']).map(({ Key: key, Value: value }) => [key, value]);
    await call('logs', 'CreateLogGroup', {
      logGroupName: properties['LogGroupName'],
      kmsKeyId: properties['KmsKeyId'],
      logGroupClass: properties['LogGroupClass'],
      tags: tags.length > 0 ? Object.fromEntries(tags) : undefined,
    });
    return String(properties['LogGroupName']);
  },
  configure: (name, { RetentionInDays: days }, context) => setRetention(name, days, context),
  update: async (name, { previous, desired }, context) => {
    const { call } = context;
    if (!sameValue(previous['RetentionInDays'], desired['RetentionInDays']))
      await (desired['RetentionInDays'] === undefined
        ? call('logs', 'DeleteRetentionPolicy', { logGroupName: name })
        : setRetention(name, desired['RetentionInDays'], context));
    const resourceArn = (await describe(name, context))?.logGroupArn;
    await reconcileTags(previous['Tags'], desired['Tags'], {
      add: (tags) =>
        call('logs', 'TagResource', {
          resourceArn,
          tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
        }),
      remove: (tagKeys) => call('logs', 'UntagResource', { resourceArn, tagKeys }),
    });
  },
  remove: async (name, _properties, { call }) => {
    await call('logs', 'DeleteLogGroup', { logGroupName: name });
  },
  attributes: async (name, _properties, context) => ({ Arn: (await describe(name, context))?.arn ?? '' }),
};

async function describe(name: string, { call }: ResourceContext): Promise<LogGroup | undefined> {
  const { logGroups = [] } = await call<DescribeLogGroupsResponse>('logs', 'DescribeLogGroups', {
    logGroupNamePrefix: name,
  });
  return logGroups.find(({ logGroupName }) => logGroupName === name);
}

async function setRetention(name: string, days: unknown, { call }: ResourceContext): Promise<void> {
  if (days !== undefined) await call('logs', 'PutRetentionPolicy', { logGroupName: name, retentionInDays: days });
}
