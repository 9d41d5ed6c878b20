import { describe, expect, test } from '@jest/globals';
import { createTestWorld } from '../../core/testing.ts';
import type { GetParameterResult, GetParametersByPathResult, ListTagsForResourceResult } from '../../shapes/ssm.d.ts';
import { createService } from './service.ts';

function store(region = 'ap-northeast-1') {
  const { world } = createTestWorld({ region, services: (world) => ({ ssm: createService(world) }) });
  return <Output>(operation: string, input: object) => world.call<Output>('ssm', operation, input);
}

const IMAGES = '/aws/service/ecs/optimized-ami/amazon-linux-2023';

describe('the public parameters of ECS-optimised images', () => {
  const readValue = async (region: string, Name: string) =>
    (await store(region)<GetParameterResult>('GetParameter', { Name })).Parameter?.Value ?? '';

  test('give one id as JSON and by itself', async () => {
    const whole = JSON.parse(await readValue('ap-northeast-1', `${IMAGES}/recommended`));
    expect(whole).toMatchObject({ image_id: expect.stringMatching(/^ami-0[0-9a-f]{16}$/), os: 'Amazon Linux 2023' });
    expect(await readValue('ap-northeast-1', `${IMAGES}/recommended/image_id`)).toBe(whole.image_id);
  });

  test('differ by region and by architecture, and stay what they are', async () => {
    const ids = await Promise.all([
      readValue('ap-northeast-1', `${IMAGES}/recommended/image_id`),
      readValue('ap-northeast-1', `${IMAGES}/arm64/recommended/image_id`),
      readValue('eu-west-1', `${IMAGES}/recommended/image_id`),
      readValue('ap-northeast-1', `${IMAGES}/recommended/image_id`),
    ]);
    expect(new Set(ids).size).toBe(3);
    expect(ids[3]).toBe(ids[0]);
  });

  test('are found by their path, level by level', async () => {
    const ssm = store();
    const below = await ssm<GetParametersByPathResult>('GetParametersByPath', { Path: IMAGES });
    expect(below.Parameters?.map(({ Name }) => Name)).toEqual([`${IMAGES}/recommended`]);
    const first = await ssm<GetParametersByPathResult>('GetParametersByPath', { Path: IMAGES, Recursive: true });
    expect(first.Parameters).toHaveLength(10);
    const rest = await ssm<GetParametersByPathResult>('GetParametersByPath', {
      Path: IMAGES,
      Recursive: true,
      NextToken: first.NextToken,
    });
    expect(rest.Parameters).toHaveLength(8);
    expect(rest.NextToken).toBeUndefined();
  });
});

describe('a parameter', () => {
  test('keeps its versions', async () => {
    const ssm = store();
    await ssm('PutParameter', { Name: '/app/x', Value: 'one', Type: 'String' });
    await expect(ssm('PutParameter', { Name: '/app/x', Value: 'two' })).rejects.toMatchObject({
      code: 'ParameterAlreadyExists',
      message:
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    });
    expect(await ssm('PutParameter', { Name: '/app/x', Value: 'two', Overwrite: true })).toEqual({
      Version: 2,
      Tier: 'Standard',
    });
    const read = async (Name: string) => (await ssm<GetParameterResult>('GetParameter', { Name })).Parameter;
    expect(await read('/app/x')).toMatchObject({ Value: 'two', Version: 2 });
    expect(await read('/app/x:1')).toMatchObject({ Name: '/app/x', Value: 'one', Selector: ':1' });
    expect(await read('arn:aws:ssm:ap-northeast-1:123456789012:parameter/app/x')).toMatchObject({ Value: 'two' });
    await expect(read('/app/x:7')).rejects.toMatchObject({ code: 'ParameterVersionNotFound' });
  });

  test('that is a secret is sealed unless decryption is asked for', async () => {
    const ssm = store();
    await ssm('PutParameter', { Name: 's', Value: 'hush', Type: 'SecureString' });
    const sealed = await ssm<GetParameterResult>('GetParameter', { Name: 's' });
    expect(sealed.Parameter?.Value).not.toContain('hush');
    const open = await ssm<GetParameterResult>('GetParameter', { Name: 's', WithDecryption: true });
    expect(open.Parameter?.Value).toBe('hush');
  });

  test('carries tags', async () => {
    const ssm = store();
    const resource = { ResourceType: 'Parameter', ResourceId: 't' };
    await ssm('PutParameter', { Name: 't', Value: 'v', Type: 'String', Tags: [{ Key: 'a', Value: '1' }] });
    await ssm('AddTagsToResource', { ...resource, Tags: [{ Key: 'b', Value: '2' }] });
    await ssm('RemoveTagsFromResource', { ...resource, TagKeys: ['a'] });
    const { TagList } = await ssm<ListTagsForResourceResult>('ListTagsForResource', resource);
    expect(TagList).toEqual([{ Key: 'b', Value: '2' }]);
  });

  test.each([
    ['/aws/mine', 'AccessDeniedException'],
    ['awsome', 'ValidationException'],
    ['a b', 'ValidationException'],
    ['a/b', 'ValidationException'],
    [`/${Array.from({ length: 16 }, (_, i) => i).join('/')}`, 'HierarchyLevelLimitExceededException'],
  ])('cannot be named %s', async (Name, code) => {
    await expect(store()('PutParameter', { Name, Value: 'v', Type: 'String' })).rejects.toMatchObject({ code });
  });

  test('that is not there is named by GetParameters and refused without a word by GetParameter', async () => {
    const ssm = store();
    expect(await ssm('GetParameters', { Names: ['nobody'] })).toEqual({
      Parameters: [],
      InvalidParameters: ['nobody'],
    });
    await expect(ssm('GetParameter', { Name: 'nobody' })).rejects.toMatchObject({
      code: 'ParameterNotFound',
      message: '',
    });
  });
});
