import { describe, expect, test } from '@jest/globals';
import type { ServiceName } from '../core/world.ts';
import { ec2 } from './ec2.ts';
import { loadModel } from './model.ts';
import { query } from './query.ts';
import type { WireOperation, WireRequest } from './wire.ts';

function operation(service: ServiceName, name: string): WireOperation {
  const model = loadModel(service);
  return { ...model.operations[name], name, model };
}

function form(text: string): WireRequest {
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  return { method: 'POST', path: '/', query: '', headers, body: Buffer.from(text) };
}

describe('a query request', () => {
  test.each([
    [
      'scalars',
      'StackName=a+b%2Fc&DisableRollback=true&TimeoutInMinutes=5',
      { StackName: 'a b/c', DisableRollback: true, TimeoutInMinutes: 5 },
    ],
    [
      'lists of structures, in the order of their numbers',
      'StackName=s&Parameters.member.10.ParameterKey=z&Parameters.member.2.ParameterKey=a&Parameters.member.2.ParameterValue=',
      { StackName: 's', Parameters: [{ ParameterKey: 'a', ParameterValue: '' }, { ParameterKey: 'z' }] },
    ],
    ['an empty list', 'StackName=s&Capabilities=', { StackName: 's', Capabilities: [] }],
    ['what the shape lacks', 'StackName=s&Nobody.member.1=x', { StackName: 's', Nobody: { member: { 1: 'x' } } }],
    ['a number that is none', 'StackName=s&TimeoutInMinutes=soon', { StackName: 's', TimeoutInMinutes: 'soon' }],
    [
      'a nested structure',
      'StackName=s&RollbackConfiguration.MonitoringTimeInMinutes=3',
      { StackName: 's', RollbackConfiguration: { MonitoringTimeInMinutes: 3 } },
    ],
  ])('holds %s', (_what, text, input) => {
    const request = form(`Action=CreateStack&Version=2010-05-15&${text}`);
    expect(query.readInput(operation('cloudformation', 'CreateStack'), request)).toEqual(input);
  });

  test.each([
    ['Tags.Key=x', 'Unexpected complex element termination'],
    ['Tags.member.one.Key=x', "Unexpected list element 'one': a number is expected"],
  ])('with %s is malformed', (text, message) => {
    const read = () => query.readInput(operation('cloudformation', 'CreateStack'), form(`StackName=s&${text}`));
    expect(read).toThrow(expect.objectContaining({ code: 'MalformedInput', message }));
  });

  test('reads timestamps of either form', () => {
    const read = (text: string) => query.readInput(operation('cloudwatch', 'GetMetricStatistics'), form(text));
    const startTime = { StartTime: Date.UTC(2026, 0, 2, 3, 4, 5) };
    expect(read('StartTime=2026-01-02T03%3A04%3A05Z')).toEqual(startTime);
    expect(read('StartTime=1767323045')).toEqual(startTime);
  });
});

describe('an EC2 request', () => {
  test('writes lists flat and names in capitals', () => {
    const text = 'Filter.1.Name=vpc-id&Filter.1.Value.1=a&Filter.1.Value.2=b&MaxResults=5';
    expect(ec2.readInput(operation('ec2', 'DescribeSubnets'), form(text))).toEqual({
      Filters: [{ Name: 'vpc-id', Values: ['a', 'b'] }],
      MaxResults: 5,
    });
  });

  test('nests structures in lists', () => {
    const text =
      'GroupId=sg-1&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=80&IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0%2F0' +
      '&IpPermissions.1.Groups.1.GroupId=sg-2';
    expect(ec2.readInput(operation('ec2', 'AuthorizeSecurityGroupIngress'), form(text))).toEqual({
      GroupId: 'sg-1',
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 80,
          IpRanges: [{ CidrIp: '0.0.0.0/0' }],
          UserIdGroupPairs: [{ GroupId: 'sg-2' }],
        },
      ],
    });
  });
});
