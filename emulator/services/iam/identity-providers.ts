import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  AddClientIDToOpenIDConnectProviderRequest,
  CreateOpenIDConnectProviderRequest,
  CreateOpenIDConnectProviderResponse,
  DeleteOpenIDConnectProviderRequest,
  GetOpenIDConnectProviderRequest,
  GetOpenIDConnectProviderResponse,
  ListOpenIDConnectProvidersResponse,
  RemoveClientIDFromOpenIDConnectProviderRequest,
  TagOpenIDConnectProviderRequest,
  UntagOpenIDConnectProviderRequest,
  UpdateOpenIDConnectProviderThumbprintRequest,
} from '../../shapes/iam.d.ts';
import type { Iam, ProviderRecord } from './state.ts';
import { noSuchEntity, tagList } from './state.ts';
import { tagged, withoutTags } from './tags.ts';

/** OpenID Connect providers, whose tokens STS takes. Thumbprints are kept as they are given and none is fetched. */
export function identityProviderOperations({ world, providers }: Iam) {
  const find = (arn: string): ProviderRecord => {
    const provider = providers.get(arn);
    if (!provider) throw noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
    return provider;
  };
  return {
    CreateOpenIDConnectProvider: (
      { Url, ClientIDList = [], ThumbprintList = [], Tags }: CreateOpenIDConnectProviderRequest,
      context: CallContext,
    ): CreateOpenIDConnectProviderResponse => {
      if (!/^https:\/\/[^/?#]+[^?#]*$/.test(Url))
        throw new AwsError('InvalidInput', 'Invalid Open ID Connect Provider URL');
      const issuer = Url.replace('https://', '').replace(/\/$/, '');
      const arn = `arn:aws:iam::${world.account}:oidc-provider/${issuer}`;
      if (providers.has(arn)) throw new AwsError('EntityAlreadyExists', `Provider with url ${Url} already exists.`);
      const tags = tagged(new Map(), Tags, context);
      providers.set(arn, {
        arn,
        issuer,
        clientIds: new Set(ClientIDList),
        thumbprints: ThumbprintList,
        createdAt: world.clock.now(),
        tags,
      });
      return { OpenIDConnectProviderArn: arn, Tags: tagList(tags) };
    },

    GetOpenIDConnectProvider: (input: GetOpenIDConnectProviderRequest): GetOpenIDConnectProviderResponse => {
      const { issuer, clientIds, thumbprints, createdAt, tags } = find(input.OpenIDConnectProviderArn);
      return {
        Url: issuer,
        ClientIDList: [...clientIds],
        ThumbprintList: [...thumbprints],
        CreateDate: createdAt,
        Tags: tagList(tags),
      };
    },

    ListOpenIDConnectProviders: (): ListOpenIDConnectProvidersResponse => ({
      OpenIDConnectProviderList: [...providers.keys()].map((Arn) => ({ Arn })),
    }),

    /** Succeeds for a provider that is not there too (IAM API reference). */
    DeleteOpenIDConnectProvider: (input: DeleteOpenIDConnectProviderRequest): void => {
      providers.delete(input.OpenIDConnectProviderArn);
    },

    AddClientIDToOpenIDConnectProvider: (input: AddClientIDToOpenIDConnectProviderRequest): void => {
      find(input.OpenIDConnectProviderArn).clientIds.add(input.ClientID);
    },

    RemoveClientIDFromOpenIDConnectProvider: (input: RemoveClientIDFromOpenIDConnectProviderRequest): void => {
      find(input.OpenIDConnectProviderArn).clientIds.delete(input.ClientID);
    },

    UpdateOpenIDConnectProviderThumbprint: (input: UpdateOpenIDConnectProviderThumbprintRequest): void => {
      find(input.OpenIDConnectProviderArn).thumbprints = input.ThumbprintList;
    },

    TagOpenIDConnectProvider: (input: TagOpenIDConnectProviderRequest, context: CallContext): void => {
      const provider = find(input.OpenIDConnectProviderArn);
      provider.tags = tagged(provider.tags, input.Tags, context);
    },

    UntagOpenIDConnectProvider: (input: UntagOpenIDConnectProviderRequest): void => {
      const provider = find(input.OpenIDConnectProviderArn);
      provider.tags = withoutTags(provider.tags, input.TagKeys);
    },
  };
}
