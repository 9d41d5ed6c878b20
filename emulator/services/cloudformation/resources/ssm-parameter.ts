import type { GetParametersResult } from '../../../shapes/ssm.d.ts';
import type { JsonObject } from '../template/json.ts';
import { isObject } from '../template/json.ts';
import { randomSuffix } from './names.ts';
import { pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

const MEMBERS = ['Type', 'Value', 'Description', 'AllowedPattern', 'Tier', 'Policies', 'DataType'];

export const ssmParameter: ResourceType = {
  type: 'AWS::SSM::Parameter',
  service: 'Ssm',
  serves: ['Name', 'Tags', ...MEMBERS],
  latency: 'resource-default',
  naming: { property: 'Name', generate: ({ logicalId, random }) => `CFN-${logicalId}-${randomSuffix(random)}` },
  exists: async (name, { call }) => {
    const { Parameters: found = [] } = await call<GetParametersResult>('ssm', 'GetParameters', { Names: [name] });
    return found.length > 0;
  },
  create: async (properties, { call }) => {
    const { Name: name } = properties;
    await call('ssm', 'PutParameter', { ...pick(properties, MEMBERS), Name: name, ...tags(properties) });
    return String(name);
  },
  update: async (name, { previous, desired }, { call }) => {
    await call('ssm', 'PutParameter', { ...pick(desired, MEMBERS), Name: name, Overwrite: true });
    const target = { ResourceType: 'Parameter', ResourceId: name };
    await reconcileTags(pairs(previous), pairs(desired), {
      add: (added) => call('ssm', 'AddTagsToResource', { ...target, Tags: added }),
      remove: (keys) => call('ssm', 'RemoveTagsFromResource', { ...target, TagKeys: keys }),
    });
  },
  remove: async (name, _properties, { call }) => {
    await call('ssm', 'DeleteParameter', { Name: name });
  },
  attributes: async (_name, properties: JsonObject, _context: ResourceContext) => pick(properties, ['Type', 'Value']),
};

/** This type alone has its tags as a map. */
function pairs({ Tags: map }: JsonObject): JsonObject['Tags'] {
  return isObject(map) ? Object.entries(map).map(([Key, Value]) => ({ Key, Value })) : [];
}

function tags(properties: JsonObject): JsonObject {
  const list = pairs(properties);
  return Array.isArray(list) && list.length > 0 ? { Tags: list } : {};
}
