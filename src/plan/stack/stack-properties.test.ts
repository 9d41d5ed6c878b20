import { describe, expect, test } from '@jest/globals';
import { aDetail, aResourceChange } from '../../../tests/builders/stack.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PropertyChange, ShownValue } from '../../model/plan.ts';
import { type ShownProperties, stackPropertyChanges } from './stack-properties.ts';

const TEXTS = { secret: '(secret)', absent: '-', 'known-after-apply': '(unknown)', withheld: '(untold)' } as const;
const text = (value: ShownValue): string => (value.kind === 'value' ? value.text : TEXTS[value.kind]);

/** `path: last deployed [live] → after` */
function line({ path, before, live, after }: PropertyChange): string {
  return `${path}: ${text(before)} ${live ? `[${text(live)}] ` : ''}→ ${text(after)}`;
}

interface Lists {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly previous?: JsonObject;
}

/** The lines of a change at these places of its properties. */
function lines(
  paths: readonly string[],
  { before, after, previous }: Lists,
  shown: ShownProperties = {},
): readonly string[] {
  const details = paths.map((path) => aDetail(path));
  const change = aResourceChange({ details, properties: { before, after, previous } });
  return stackPropertyChanges(change, shown).map(line);
}

const rule = (FromPort: string, CidrIp: string) => ({ IpProtocol: 'tcp', FromPort, ToPort: FromPort, CidrIp });
const attribute = (Key: string, Value: string) => ({ Key, Value });

describe('lists are shown by name', () => {
  test.each<readonly [string, string, Lists, readonly string[]]>([
    [
      'rules of a security group by port and origin, wherever they stand',
      'SecurityGroupIngress/0/FromPort',
      {
        before: { SecurityGroupIngress: [rule('80', '0.0.0.0/0')] },
        after: { SecurityGroupIngress: [rule('443', '0.0.0.0/0'), rule('80', '0.0.0.0/0')] },
      },
      [
        'SecurityGroupIngress.tcp 443 from 0.0.0.0/0: - → {"CidrIp":"0.0.0.0/0","FromPort":"443","IpProtocol":"tcp","ToPort":"443"}',
      ],
    ],
    [
      'attributes and tags by key',
      'TargetGroupAttributes/1/Value',
      {
        before: { TargetGroupAttributes: [attribute('a', '1'), attribute('b', '2')] },
        after: { TargetGroupAttributes: [attribute('b', '3'), attribute('c', '4'), attribute('a', '1')] },
      },
      ['TargetGroupAttributes.b: 2 → 3', 'TargetGroupAttributes.c: - → 4'],
    ],
    [
      'conditions by field, their values as a whole',
      'Conditions/0/PathPatternConfig/Values/0',
      {
        before: { Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/a'] } }] },
        after: { Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/b', '/a'] } }] },
      },
      ['Conditions.path-pattern.PathPatternConfig.Values: ["/a"] → ["/b","/a"]'],
    ],
    [
      'statements by Sid',
      'PolicyDocument/Statement/0/Action/0',
      {
        before: { PolicyDocument: { Statement: [{ Sid: 'Read', Effect: 'Allow', Action: ['s3:Get*'] }] } },
        after: { PolicyDocument: { Statement: [{ Sid: 'Read', Effect: 'Allow', Action: ['s3:*'] }] } },
      },
      ['PolicyDocument.Statement.Read.Action: ["s3:Get*"] → ["s3:*"]'],
    ],
    [
      'statements without one by what they are about',
      'PolicyDocument/Statement/0/Effect',
      {
        before: { PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: '*', Action: 'a' }] } },
        after: { PolicyDocument: { Statement: [{ Effect: 'Deny', Resource: '*', Action: 'a' }] } },
      },
      [
        'PolicyDocument.Statement.Allow *: {"Action":"a","Effect":"Allow","Resource":"*"} → -',
        'PolicyDocument.Statement.Deny *: - → {"Action":"a","Effect":"Deny","Resource":"*"}',
      ],
    ],
    [
      'as a whole where two items have the same name',
      'Conditions/1/Values/0',
      {
        before: { Conditions: [{ Field: 'host-header' }, { Field: 'host-header', Values: ['a'] }] },
        after: { Conditions: [{ Field: 'host-header' }, { Field: 'host-header', Values: ['b'] }] },
      },
      [
        'Conditions: [{"Field":"host-header"},{"Field":"host-header","Values":["a"]}] → [{"Field":"host-header"},{"Field":"host-header","Values":["b"]}]',
      ],
    ],
    [
      'as a whole where only their order differs',
      'Tags/0/Key',
      {
        before: { Tags: [attribute('a', '1'), attribute('b', '2')] },
        after: { Tags: [attribute('b', '2'), attribute('a', '1')] },
      },
      ['Tags: [{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}] → [{"Key":"b","Value":"2"},{"Key":"a","Value":"1"}]'],
    ],
  ])('%s', (_case, path, values, expected) => {
    expect(lines([path], values)).toEqual(expected);
  });

  test('once, however many of their items CloudFormation counts', () => {
    const before = { Tags: [attribute('a', '1'), attribute('b', '2')] };
    const after = { Tags: [attribute('a', '2'), attribute('b', '3')] };
    expect(lines(['Tags/0/Value', 'Tags/1/Value'], { before, after })).toEqual(['Tags.a: 1 → 2', 'Tags.b: 2 → 3']);
  });

  test('with what somebody changed by hand in them', () => {
    const before = { SecurityGroupIngress: [rule('80', '0.0.0.0/0'), rule('22', '0.0.0.0/0')] };
    const after = { SecurityGroupIngress: [rule('80', '0.0.0.0/0')] };
    expect(lines(['SecurityGroupIngress/1'], { before, after, previous: after })).toEqual([
      'SecurityGroupIngress.tcp 22 from 0.0.0.0/0: - [{"CidrIp":"0.0.0.0/0","FromPort":"22","IpProtocol":"tcp","ToPort":"22"}] → -',
    ]);
  });

  test('also where their name is not known yet', () => {
    const rule = (SourceSecurityGroupId: string) => ({ IpProtocol: 'tcp', SourceSecurityGroupId });
    const before = { SecurityGroupIngress: [rule('sg-1'), rule('sg-2')] };
    const after = { SecurityGroupIngress: [rule('{{changeSet:KNOWN_AFTER_APPLY}}'), rule('sg-2')] };
    expect(lines(['SecurityGroupIngress/0/SourceSecurityGroupId'], { before, after })).toEqual([
      'SecurityGroupIngress.tcp from sg-1: {"IpProtocol":"tcp","SourceSecurityGroupId":"sg-1"} → -',
      'SecurityGroupIngress.tcp from (known after apply): - → (unknown)',
    ]);
  });

  test('without the weights where those are ECS’s', () => {
    const forward = (port: string, Weight: string) => ({
      Actions: [{ Type: 'forward', ForwardConfig: { Port: port, TargetGroups: [{ TargetGroupArn: 'one', Weight }] } }],
    });
    const values = { before: forward('80', '1'), after: forward('81', '0') };
    const told = ['Actions.forward.ForwardConfig.Port: 80 → 81'];
    expect(lines(['Actions/0/ForwardConfig/Port'], values, { withoutWeights: true })).toEqual(told);
    const weight = 'Actions.forward.ForwardConfig.TargetGroups.Weight: 1 → 0';
    expect(lines(['Actions/0/ForwardConfig/Port'], values)).toEqual([...told, weight]);
  });

  test('as one where a rule forwards to another target group than before', () => {
    const forward = (TargetGroupArn: string) => ({
      Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn, Weight: '1' }] } }],
    });
    const values = { before: forward('arn:one'), after: forward('{{changeSet:KNOWN_AFTER_APPLY}}') };
    expect(lines(['Actions/0/ForwardConfig/TargetGroups/0/TargetGroupArn'], values)).toEqual([
      'Actions.forward.ForwardConfig.TargetGroups.TargetGroupArn: arn:one → (unknown)',
    ]);
  });

  test('by number where CloudFormation shows no context', () => {
    const change = aResourceChange({ details: [aDetail('Tags/0/Value')] });
    expect(stackPropertyChanges(change).map(line)).toEqual(['Tags.0.Value: old → new']);
  });
});

describe('a value', () => {
  const shown = (overrides: Parameters<typeof aDetail>[1], path = 'Matcher') =>
    stackPropertyChanges(aResourceChange({ details: [aDetail(path, overrides)] })).map(line);

  test('that was changed by hand has what was deployed beside what is live', () => {
    const drift = { previous: '200', actual: '500' };
    expect(shown({ before: '500', after: '200', drift })).toEqual(['Matcher: 200 [500] → 200']);
  });

  test('that is a document is told member by member', () => {
    const before = '{"Version":"1","Statement":[{"Sid":"A","Effect":"Allow"}]}';
    const after = '{"Version":"1","Statement":[{"Sid":"A","Effect":"Deny"}]}';
    expect(shown({ before, after }, 'PolicyDocument')).toEqual(['PolicyDocument.Statement.A.Effect: Allow → Deny']);
  });

  test('of user data is told by the lines that differ', () => {
    const encoded = (agent: string) => Buffer.from(`#!/bin/bash\nset -e\n${agent}\necho\nexit\n`).toString('base64');
    expect(shown({ before: encoded('A=1'), after: encoded('A=2') }, 'LaunchTemplateData/UserData')).toEqual([
      'LaunchTemplateData.UserData: …\nset -e\nA=1\necho\n… → …\nset -e\nA=2\necho\n…',
    ]);
  });

  test('that CloudFormation says nothing of is not said to be absent', () => {
    expect(shown({ before: undefined, after: undefined }, 'Tags')).toEqual(['Tags: (untold) → (untold)']);
  });

  test('of a NoEcho parameter is never shown, nor whether it differs', () => {
    expect(shown({ before: '****', after: '****' })).toEqual(['Matcher: (secret) → (secret)']);
  });
});
