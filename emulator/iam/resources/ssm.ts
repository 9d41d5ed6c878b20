import type { Resource } from '../catalogue.ts';
import { isArn, texts } from '../input.ts';
import type { FindResources, ResourceRequest } from './find.ts';

export const ssmResources: FindResources = ({ operation, input, types, place }) => {
  if (
    operation.endsWith('TagsToResource') ||
    operation.endsWith('TagsFromResource') ||
    operation.startsWith('ListTags')
  )
    return texts(input, 'ResourceId').map((name) => parameter(name, place));
  if (!types.required.includes('parameter')) return [];
  return texts(input, 'Name', 'Names', 'Path').map((name) => parameter(name, place));
};

/** Parameters of AWS's own, below /aws/, belong to no account. */
function parameter(name: string, { account }: ResourceRequest['place']): Resource {
  if (isArn(name)) return name;
  const Account = name.startsWith('/aws/') ? '' : account;
  const [path = name] = name.replace(/^\//, '').split(':');
  return { type: 'parameter', names: { Account, ParameterNameWithoutLeadingSlash: path } };
}
