import type { CreateOpenIDConnectProviderResponse } from '../../../shapes/iam.d.ts';
import { pick, textsOf } from './properties.ts';
import type { ResourceType } from './resource-type.ts';
import { reconcileTags } from './tag-changes.ts';

export const iamOidcProvider: ResourceType = {
  type: 'AWS::IAM::OIDCProvider',
  service: 'Iam',
  serves: ['ClientIdList', 'Tags', 'ThumbprintList', 'Url'],
  latency: 'iam-role',
  create: async (properties, { call }) => {
    const made = await call<CreateOpenIDConnectProviderResponse>('iam', 'CreateOpenIDConnectProvider', {
      ...pick(properties, ['Tags', 'ThumbprintList', 'Url']),
      ClientIDList: textsOf(properties['ClientIdList']),
    });
    return made.OpenIDConnectProviderArn ?? '';
  },
  update: async (arn, { previous, desired }, { call }) => {
    const provider = { OpenIDConnectProviderArn: arn };
    const [before, after] = [textsOf(previous['ClientIdList']), textsOf(desired['ClientIdList'])];
    for (const ClientID of after.filter((id) => !before.includes(id)))
      await call('iam', 'AddClientIDToOpenIDConnectProvider', { ...provider, ClientID });
    for (const ClientID of before.filter((id) => !after.includes(id)))
      await call('iam', 'RemoveClientIDFromOpenIDConnectProvider', { ...provider, ClientID });
    const ThumbprintList = textsOf(desired['ThumbprintList']);
    if (ThumbprintList.length > 0)
      await call('iam', 'UpdateOpenIDConnectProviderThumbprint', { ...provider, ThumbprintList });
    await reconcileTags(previous['Tags'], desired['Tags'], {
      add: (tags) => call('iam', 'TagOpenIDConnectProvider', { ...provider, Tags: tags }),
      remove: (keys) => call('iam', 'UntagOpenIDConnectProvider', { ...provider, TagKeys: keys }),
    });
  },
  remove: async (arn, _properties, { call }) => {
    await call('iam', 'DeleteOpenIDConnectProvider', { OpenIDConnectProviderArn: arn });
  },
  attributes: async (arn) => ({ Arn: arn }),
};
