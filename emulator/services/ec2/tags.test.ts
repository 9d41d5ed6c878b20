import { describe, expect, test } from '@jest/globals';
import type { CallContext, Operation } from '../../core/world.ts';
import type { CreateVpcResult, DescribeTagsResult } from '../../shapes/ec2.d.ts';
import { createService } from './service.ts';
import { createEc2World } from './testing.ts';

const CLIENT: CallContext = { requestId: '1', caller: { arn: 'arn:aws:iam::123456789012:user/someone' } };

const tag = (Key: string) => ({ Key, Value: 'x' });

describe('tags', () => {
  const build = async () => {
    const { operations } = createService(createEc2World().world);
    const call = (name: string, input: object, context: CallContext = CLIENT): unknown =>
      (operations[name] as Operation)(input as never, context);
    const { Vpc } = call('CreateVpc', { CidrBlock: '10.0.0.0/16' }) as CreateVpcResult;
    return { call, Resources: [Vpc?.VpcId ?? ''] };
  };

  test('clients may not set those that start with aws:, services may', async () => {
    const { call, Resources } = await build();
    const input = { Resources, Tags: [tag('aws:cloudformation:stack-name')] };
    expect(() => call('CreateTags', input)).toThrow("Tag keys starting with 'aws:' are reserved for internal use");
    call('CreateTags', input, { ...CLIENT, internal: true });
    const { Tags } = call('DescribeTags', {
      Filters: [{ Name: 'resource-id', Values: Resources }],
    }) as DescribeTagsResult;
    expect(Tags).toEqual([
      { Key: 'aws:cloudformation:stack-name', Value: 'x', ResourceId: Resources[0], ResourceType: 'vpc' },
    ]);
  });

  test('a resource has fifty at most, those of AWS not counted', async () => {
    const { call, Resources } = await build();
    const Tags = Array.from({ length: 50 }, (_, index) => tag(`key-${index}`));
    call('CreateTags', { Resources, Tags });
    call('CreateTags', { Resources, Tags: [tag('aws:x')] }, { ...CLIENT, internal: true });
    expect(() => call('CreateTags', { Resources, Tags: [tag('one-more')] })).toThrow('The maximum number of Tags');
  });

  test('a resource whose tags are refused is not created', async () => {
    const { call } = await build();
    const TagSpecifications = [{ ResourceType: 'vpc', Tags: [tag('aws:x')] }];
    expect(() => call('CreateVpc', { CidrBlock: '10.9.0.0/16', TagSpecifications })).toThrow('reserved');
    const { Vpcs } = call('DescribeVpcs', { Filters: [{ Name: 'cidr', Values: ['10.9.0.0/16'] }] }) as {
      Vpcs: object[];
    };
    expect(Vpcs).toEqual([]);
  });

  test('a tag is deleted by key, or only if it has the value given', async () => {
    const { call, Resources } = await build();
    call('CreateTags', { Resources, Tags: [tag('a'), tag('b'), tag('c')] });
    call('DeleteTags', { Resources, Tags: [{ Key: 'a' }, { Key: 'b', Value: 'other' }] });
    const { Tags } = call('DescribeTags', {}) as DescribeTagsResult;
    expect(Tags?.map(({ Key }) => Key)).toEqual(['b', 'c']);
  });
});
