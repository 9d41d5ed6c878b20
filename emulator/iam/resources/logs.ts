import type { Resource } from '../catalogue.ts';
import { text, texts } from '../input.ts';
import type { FindResources } from './find.ts';

/**
 * Logs judges most operations on `…:log-group:NAME:log-stream:…`, which a policy reaches with `…:log-group:NAME:*`;
 * tags alone are judged on the group's bare ARN (CloudWatch Logs API reference, LogGroup.arn).
 */
export const logsResources: FindResources = ({ input, types }) => {
  const arns = texts(input, 'resourceArn');
  if (arns.length > 0) return arns;
  if (![...types.required].some((type) => type === 'log-group' || type === 'log-stream')) return [];
  const stream = text(input, 'logStreamName') ?? '';
  return texts(input, 'logGroupName', 'logGroupIdentifier').map(
    (group): Resource => ({
      type: 'log-stream',
      names: { LogGroupName: group.replace(/^arn:.*?:log-group:/, '').replace(/:\*$/, ''), LogStreamName: stream },
    }),
  );
};
