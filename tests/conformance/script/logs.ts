import type { ScriptItem } from '../step.ts';

const STREAM = { logGroupName: '/conformance', logStreamName: 'web' };

export const logs: readonly ScriptItem[] = [
  { service: 'logs', operation: 'CreateLogGroup', input: { logGroupName: '/conformance' } },
  {
    service: 'logs',
    operation: 'CreateLogGroup',
    input: { logGroupName: '/conformance' },
    refused: 'ResourceAlreadyExistsException',
  },
  { service: 'logs', operation: 'CreateLogStream', input: STREAM },
  {
    service: 'logs',
    operation: 'DescribeLogGroups',
    input: { logGroupNamePrefix: '/conformance' },
    fields: ['logGroups.0.logGroupName', 'logGroups.0.arn', 'logGroups.0.storedBytes', 'logGroups.0.metricFilterCount'],
    cli: true,
  },
  {
    service: 'logs',
    operation: 'GetLogEvents',
    input: { ...STREAM, startFromHead: true },
    fields: ['events'],
  },
  {
    service: 'logs',
    operation: 'GetLogEvents',
    input: { ...STREAM, logStreamName: 'none' },
    refused: 'ResourceNotFoundException',
  },
];
