import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateTagsRequest,
  DeleteTagsRequest,
  DescribeTagsRequest,
  DescribeTagsResult,
  Tag,
  TagSpecification,
} from '../../shapes/ec2.d.ts';
import { invalidValue } from './errors.ts';
import { applyFilters } from './filters.ts';
import { page } from './pages.ts';
import type { Ec2 } from './state.ts';

const LIMIT = 50;
const NONE: ReadonlyMap<string, string> = new Map();

/** The resource types that EC2 names in TagSpecifications and DescribeTags, by the prefix of their ids. */
const TYPES: Readonly<Record<string, string>> = {
  eni: 'network-interface',
  i: 'instance',
  igw: 'internet-gateway',
  lt: 'launch-template',
  rtb: 'route-table',
  sg: 'security-group',
  sgr: 'security-group-rule',
  subnet: 'subnet',
  vol: 'volume',
  vpc: 'vpc',
};

export function resourceType(id: string): string {
  return TYPES[id.slice(0, id.lastIndexOf('-'))] ?? 'unknown';
}

export const tagsOf = ({ tags }: Ec2, id: string): ReadonlyMap<string, string> => tags.get(id) ?? NONE;

export function tagList(ec2: Ec2, id: string): Tag[] {
  return [...tagsOf(ec2, id)].map(([Key, Value]) => ({ Key, Value }));
}

/** Adds or overwrites tags; keys that start with `aws:` are for AWS's own services. */
export function putTags(ec2: Ec2, id: string, tags: readonly Tag[], context: Pick<CallContext, 'internal'>): void {
  const next = new Map(tagsOf(ec2, id));
  for (const { Key, Value } of tags) next.set(Key ?? '', Value ?? '');
  checkTags(tags, next.keys(), context);
  ec2.tags.set(id, next);
}

function checkTags(added: readonly Tag[], keys: Iterable<string>, { internal }: Pick<CallContext, 'internal'>): void {
  if (!internal && added.some(({ Key }) => Key?.startsWith('aws:')))
    throw invalidValue("Tag keys starting with 'aws:' are reserved for internal use");
  if ([...keys].filter((key) => !key.startsWith('aws:')).length > LIMIT)
    throw new AwsError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.');
}

export interface Specified {
  readonly specifications: readonly TagSpecification[] | undefined;
  /** The resource type whose tags are wanted. */
  readonly type: string;
  /** What else the call creates; any other type is refused. */
  readonly alsoAllowed?: readonly string[];
  readonly context: Pick<CallContext, 'internal'>;
}

/** The checked tags that a call gives to what it creates, before it creates anything. */
export function specifiedTags({ specifications, type, alsoAllowed = [], context }: Specified): Tag[] {
  const wrong = specifications?.find(
    ({ ResourceType }) => ResourceType !== type && !alsoAllowed.includes(ResourceType ?? ''),
  );
  if (wrong) throw invalidValue(`'${wrong.ResourceType}' is not a valid taggable resource type for this operation.`);
  const chosen = (specifications ?? []).filter(({ ResourceType }) => ResourceType === type);
  const tags = chosen.flatMap(({ Tags }) => Tags ?? []);
  checkTags(tags, new Set(tags.map(({ Key }) => Key ?? '')), context);
  return tags;
}

export function tagOperations(ec2: Ec2) {
  const known = (id: string): boolean =>
    [ec2.vpcs, ec2.subnets, ec2.gateways, ec2.routeTables, ec2.groups, ec2.templates, ec2.instances].some((items) =>
      items.has(id),
    ) || ec2.tags.has(id);

  const requireKnown = (ids: readonly string[]): void => {
    const absent = ids.find((id) => !known(id));
    if (absent !== undefined) throw new AwsError('InvalidID', `The ID '${absent}' is not valid`);
  };

  return {
    CreateTags: ({ Resources, Tags }: CreateTagsRequest, context: CallContext): void => {
      requireKnown(Resources);
      for (const id of Resources) putTags(ec2, id, Tags, context);
    },

    /** A tag given with a value is removed only if it has that value; without tags, all go. */
    DeleteTags: ({ Resources, Tags }: DeleteTagsRequest): void => {
      requireKnown(Resources);
      for (const id of Resources) {
        const kept = [...tagsOf(ec2, id)].filter(([key, value]) => {
          if (key.startsWith('aws:')) return true;
          return Tags !== undefined && !Tags.some((tag) => tag.Key === key && (tag.Value ?? value) === value);
        });
        ec2.tags.set(id, new Map(kept));
      }
    },

    DescribeTags: (input: DescribeTagsRequest): DescribeTagsResult => {
      const all = [...ec2.tags].flatMap(([ResourceId, tags]) =>
        [...tags].map(([Key, Value]) => ({ ResourceId, Key, Value })),
      );
      const table = {
        key: (tag: (typeof all)[number]) => tag.Key,
        value: (tag: (typeof all)[number]) => tag.Value,
        'resource-id': (tag: (typeof all)[number]) => tag.ResourceId,
        'resource-type': (tag: (typeof all)[number]) => resourceType(tag.ResourceId),
      };
      const found = applyFilters(all, {
        filters: input.Filters,
        table,
        tags: (tag) => new Map([[tag.Key, tag.Value]]),
      });
      const { items, nextToken } = page(found, input);
      return {
        Tags: items.map((tag) => ({ ...tag, ResourceType: resourceType(tag.ResourceId) as 'instance' })),
        NextToken: nextToken,
      };
    },
  };
}
