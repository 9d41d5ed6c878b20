import type { ScriptItem } from '../step.ts';

const CLUSTER = 'arn:aws:ecs:<region>:123456789012:cluster/conformance';

/** A rule that starts a task every night. */
export const schedules: readonly ScriptItem[] = [
  {
    service: 'events',
    operation: 'PutRule',
    input: { Name: 'nightly', ScheduleExpression: 'cron(0 3 * * ? *)', State: 'DISABLED' },
  },
  {
    service: 'events',
    operation: 'PutTargets',
    input: {
      Rule: 'nightly',
      Targets: [
        {
          Id: 'task',
          Arn: CLUSTER,
          RoleArn: 'arn:aws:iam::123456789012:role/ecsEventsRole',
          Input: '{}',
          EcsParameters: {
            TaskDefinitionArn: 'arn:aws:ecs:<region>:123456789012:task-definition/conformance:1',
            TaskCount: 1,
          },
        },
      ],
    },
    fields: ['FailedEntryCount'],
  },
  {
    service: 'events',
    operation: 'ListTargetsByRule',
    input: { Rule: 'nightly' },
    fields: [
      'Targets.0.Id',
      'Targets.0.Arn',
      'Targets.0.Input',
      'Targets.0.EcsParameters.TaskDefinitionArn',
      'Targets.0.EcsParameters.TaskCount',
    ],
    cli: true,
  },
  { service: 'events', operation: 'ListTargetsByRule', input: { Rule: 'none' }, refused: 'ResourceNotFoundException' },
  {
    service: 'events',
    operation: 'ListRuleNamesByTarget',
    input: { TargetArn: CLUSTER },
    fields: ['RuleNames'],
  },
  {
    service: 'events',
    operation: 'DescribeRule',
    input: { Name: 'nightly' },
    fields: ['Name', 'ScheduleExpression', 'State', 'EventBusName'],
  },
  {
    service: 'events',
    operation: 'PutRule',
    input: { Name: 'never', ScheduleExpression: 'never' },
    refused: 'ValidationException',
  },
  { service: 'events', operation: 'RemoveTargets', input: { Rule: 'nightly', Ids: ['task'] } },
  { service: 'events', operation: 'DeleteRule', input: { Name: 'nightly' } },
];
