import type { Lookup } from '../lookup.ts';
import type { Keys } from './find.ts';

interface Tag {
  readonly key?: string;
  readonly value?: string;
  readonly Key?: string;
  readonly Value?: string;
}

/** `aws:ResourceTag/KEY` of what exists already, asked of its own service. */
export async function resourceTagKeys(arn: string, lookup: Lookup): Promise<Keys> {
  const [, , service = ''] = arn.split(':');
  const tags = arn.endsWith('*') ? [] : ((await READERS[service]?.(arn, lookup)) ?? []);
  return Object.fromEntries(
    tags.flatMap(({ key, value, Key = key, Value = value }) => [
      [`aws:ResourceTag/${Key}`, Value],
      [`${service}:ResourceTag/${Key}`, Value],
    ]),
  );
}

const READERS: Readonly<Record<string, (arn: string, lookup: Lookup) => Promise<readonly Tag[] | undefined>>> = {
  ecs: async (resourceArn, lookup) =>
    (await lookup<{ tags?: Tag[] }>('ecs', 'ListTagsForResource', { resourceArn }))?.tags,
  elasticloadbalancing: async (arn, lookup) =>
    (await lookup<{ TagDescriptions?: { Tags?: Tag[] }[] }>('elbv2', 'DescribeTags', { ResourceArns: [arn] }))
      ?.TagDescriptions?.[0]?.Tags,
  ec2: async (arn, lookup) => {
    const Filters = [{ Name: 'resource-id', Values: [arn.slice(arn.lastIndexOf('/') + 1)] }];
    return (await lookup<{ Tags?: Tag[] }>('ec2', 'DescribeTags', { Filters }))?.Tags;
  },
  iam: async (arn, lookup) => {
    const RoleName = arn.slice(arn.lastIndexOf('/') + 1);
    return /:role\//.test(arn)
      ? (await lookup<{ Tags?: Tag[] }>('iam', 'ListRoleTags', { RoleName }))?.Tags
      : undefined;
  },
};
