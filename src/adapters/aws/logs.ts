import type { Logs } from '../../ports/logs.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling, isAwsError } from './errors.ts';

export function createLogs(settings: AwsSettings): Logs {
  const cloudWatchLogs = once(async () => {
    const sdk = await import('@aws-sdk/client-cloudwatch-logs');
    return { sdk, client: new sdk.CloudWatchLogsClient(clientConfig(settings)) };
  });
  return {
    groupExists: (group) =>
      calling(`looking for log group ${group}`, async () => {
        const { sdk, client } = await cloudWatchLogs();
        // The group of exactly this name comes first among those that it is a prefix of.
        const command = new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: group, limit: 1 });
        const { logGroups = [] } = await client.send(command);
        return logGroups[0]?.logGroupName === group;
      }),
    tail: (logGroupName, logStreamName, limit) =>
      calling(`reading log stream ${logStreamName}`, async () => {
        const { sdk, client } = await cloudWatchLogs();
        try {
          const { events } = await client.send(
            new sdk.GetLogEventsCommand({ logGroupName, logStreamName, limit, startFromHead: false }),
          );
          return (events ?? []).map(({ message = '' }) => message.trimEnd());
        } catch (error) {
          if (isAwsError(error, 'ResourceNotFoundException')) return [];
          throw error;
        }
      }),
    page: (logGroupName, logStreamName, from) =>
      calling(`reading log stream ${logStreamName}`, async () => {
        const { sdk, client } = await cloudWatchLogs();
        try {
          const { events, nextForwardToken } = await client.send(
            new sdk.GetLogEventsCommand({
              logGroupName,
              logStreamName,
              startFromHead: true,
              ...(from === undefined ? {} : { nextToken: from }),
            }),
          );
          return { lines: (events ?? []).map(({ message = '' }) => message.trimEnd()), next: nextForwardToken };
        } catch (error) {
          if (isAwsError(error, 'ResourceNotFoundException')) return { lines: [], next: from };
          throw error;
        }
      }),
  };
}
