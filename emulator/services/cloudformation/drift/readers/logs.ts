import type { DescribeLogGroupsResponse, ListTagsForResourceResponse } from '../../../../shapes/logs.d.ts';
import type { LiveReader } from '../reader.ts';
import { plain, tagList } from '../reader.ts';

const logGroup: LiveReader = {
  read: async (name, _expected, { call }) => {
    const { logGroups = [] } = await call<DescribeLogGroupsResponse>('logs', 'DescribeLogGroups', {
      logGroupNamePrefix: name,
    });
    const found = logGroups.find(({ logGroupName }) => logGroupName === name);
    if (!found) return undefined;
    const { tags } = await call<ListTagsForResourceResponse>('logs', 'ListTagsForResource', {
      resourceArn: found.logGroupArn,
    });
    const { logGroupName, retentionInDays, kmsKeyId, logGroupClass } = found;
    const settings = {
      LogGroupName: logGroupName,
      RetentionInDays: retentionInDays,
      KmsKeyId: kmsKeyId,
      LogGroupClass: logGroupClass,
    };
    return { ...plain(settings), Tags: tagList(tags) };
  },
};

export const LOGS_READERS: Readonly<Record<string, LiveReader>> = { 'AWS::Logs::LogGroup': logGroup };
