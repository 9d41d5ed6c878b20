import { isArn, text, texts } from '../input.ts';
import type { FindResources, ResourceRequest } from './find.ts';

export const cloudformationResources: FindResources = async (request) => {
  const { input, types } = request;
  if (![...types.required, ...types.optional].includes('stack')) return [];
  const named = texts(input, 'StackName').map((name) =>
    isArn(name) ? name : { type: 'stack', names: { StackName: name } },
  );
  return named.length > 0 ? named : stackOfChangeSet(request);
};

/** A change set that is named by its ARN is judged as its stack. */
async function stackOfChangeSet({ input, lookup }: ResourceRequest): Promise<readonly string[]> {
  const ChangeSetName = text(input, 'ChangeSetName');
  if (ChangeSetName === undefined || !isArn(ChangeSetName)) return [];
  const found = await lookup<{ StackId?: string }>('cloudformation', 'DescribeChangeSet', { ChangeSetName });
  return found?.StackId === undefined ? [] : [found.StackId];
}
