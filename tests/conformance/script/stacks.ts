import type { ScriptItem } from '../step.ts';

const template = (retentionInDays: number, parameter: string): string =>
  JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Logs: {
        Type: 'AWS::Logs::LogGroup',
        Properties: { LogGroupName: '/conformance/stack', RetentionInDays: retentionInDays },
      },
      Parameter: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Name: '/conformance/parameter', Type: 'String', Value: parameter },
      },
    },
    Outputs: { LogGroup: { Value: { Ref: 'Logs' } } },
  });
const STACK = { StackName: 'conformance' };
const CHANGE_SET = { ...STACK, ChangeSetName: 'change' };

/** A stack from its first change set to its deletion. */
export const stacks: readonly ScriptItem[] = [
  { service: 'cloudformation', operation: 'DescribeStacks', input: STACK, refused: 'ValidationError' },
  {
    service: 'cloudformation',
    operation: 'CreateChangeSet',
    input: { ...CHANGE_SET, ChangeSetType: 'CREATE', TemplateBody: template(7, 'one') },
    save: { changeSet: 'Id', stack: 'StackId' },
  },
  { service: 'cloudformation', waiter: 'change_set_create_complete', input: { ChangeSetName: '<changeSet>' } },
  {
    service: 'cloudformation',
    operation: 'DescribeChangeSet',
    input: { ChangeSetName: '<changeSet>', IncludePropertyValues: true },
    fields: ['Status', 'ExecutionStatus', 'ChangeSetName', 'StackName'],
    cli: true,
  },
  {
    service: 'cloudformation',
    operation: 'DescribeChangeSet',
    input: { ...STACK, ChangeSetName: 'none' },
    refused: 'ChangeSetNotFound',
  },
  {
    service: 'cloudformation',
    operation: 'ListChangeSets',
    input: STACK,
    fields: ['Summaries.0.ChangeSetName', 'Summaries.0.Status'],
    cli: true,
  },
  { service: 'cloudformation', operation: 'ExecuteChangeSet', input: { ChangeSetName: '<changeSet>' } },
  { service: 'cloudformation', waiter: 'stack_create_complete', input: STACK },
  {
    service: 'cloudformation',
    operation: 'DescribeStacks',
    input: STACK,
    fields: ['Stacks.0.StackName', 'Stacks.0.StackStatus'],
    cli: true,
  },
  { service: 'cloudformation', operation: 'ListStackResources', input: STACK, cli: true },
  { service: 'cloudformation', operation: 'DescribeStackEvents', input: STACK, cli: true },
  { service: 'cloudformation', operation: 'DescribeEvents', input: STACK },
  {
    service: 'cloudformation',
    operation: 'DetectStackDrift',
    input: STACK,
    save: { detection: 'StackDriftDetectionId' },
  },
  {
    service: 'cloudformation',
    operation: 'DescribeStackDriftDetectionStatus',
    input: { StackDriftDetectionId: '<detection>' },
    until: { DetectionStatus: 'DETECTION_COMPLETE' },
    fields: ['StackDriftStatus', 'DriftedStackResourceCount'],
  },
  {
    service: 'cloudformation',
    operation: 'DescribeStackResourceDrifts',
    input: STACK,
    fields: ['StackResourceDrifts.0.StackResourceDriftStatus'],
    cli: true,
  },
  { service: 'cloudformation', operation: 'GetTemplate', input: { ...STACK, TemplateStage: 'Original' } },
  { service: 'cloudformation', operation: 'GetTemplate', input: { StackName: 'none' }, refused: 'ValidationError' },
  {
    service: 'cloudformation',
    operation: 'CreateChangeSet',
    input: { ...CHANGE_SET, ChangeSetType: 'UPDATE', TemplateBody: template(14, 'one') },
    save: { changeSet: 'Id' },
  },
  { service: 'cloudformation', waiter: 'change_set_create_complete', input: { ChangeSetName: '<changeSet>' } },
  {
    service: 'cloudformation',
    operation: 'DescribeChangeSet',
    input: { ChangeSetName: '<changeSet>' },
    fields: ['Status', 'ExecutionStatus'],
  },
  { service: 'cloudformation', operation: 'DeleteChangeSet', input: { ChangeSetName: '<changeSet>' } },
  {
    service: 'cloudformation',
    operation: 'UpdateStack',
    input: { ...STACK, TemplateBody: template(7, 'one') },
    refused: 'ValidationError',
  },
  { service: 'cloudformation', operation: 'UpdateStack', input: { ...STACK, TemplateBody: template(14, 'two') } },
  { service: 'cloudformation', waiter: 'stack_update_complete', input: STACK },
  { service: 'cloudformation', operation: 'ContinueUpdateRollback', input: STACK, refused: 'ValidationError' },
  { service: 'cloudformation', operation: 'DeleteStack', input: { StackName: '<stack>' } },
  { service: 'cloudformation', waiter: 'stack_delete_complete', input: { StackName: '<stack>' } },
  { service: 'cloudformation', operation: 'DescribeStacks', input: STACK, refused: 'ValidationError' },
];
