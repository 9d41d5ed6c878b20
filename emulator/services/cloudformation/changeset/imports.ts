import type { StackStore } from '../engine/store.ts';
import { existingName } from '../resources/existence.ts';
import { resourceTypeOf } from '../resources/registry.ts';
import type { ResourceContext } from '../resources/resource-type.ts';
import { validationError } from '../template/errors.ts';
import type { ResourceDiff } from './diff.ts';

/**
 * Turns additions into imports where ImportExistingResources finds something of that name. The name must be written out
 * in the template and the thing in no other stack (user guide, "Import AWS resources automatically"); one that is
 * neither stays an addition, which name validation refuses. Throws AWS's reason where a DeletionPolicy does not let it
 * be imported.
 */
export async function withImports(
  diffs: readonly ResourceDiff[],
  store: StackStore,
  contextOf: (logicalId: string) => ResourceContext,
): Promise<readonly ResourceDiff[]> {
  const found = await Promise.all(
    diffs.map(async (diff): Promise<ResourceDiff> => {
      const name = await importableName(diff, contextOf);
      if (name === undefined || belongsToStack(store, diff.type, name)) return diff;
      return { ...diff, action: 'Import', importedId: name };
    }),
  );
  const deletable = found.filter(
    ({ action, after }) => action === 'Import' && !after?.deletionPolicy.startsWith('Retain'),
  );
  if (deletable.length > 0) throw validationError(refusalText(deletable));
  return found;
}

async function importableName(
  { action, type, logicalId, declaration, after }: ResourceDiff,
  contextOf: (logicalId: string) => ResourceContext,
): Promise<string | undefined> {
  const resourceType = resourceTypeOf(type);
  const isWrittenOut = typeof declaration?.properties[resourceType.naming?.property ?? ''] === 'string';
  if (action !== 'Add' || !after || !isWrittenOut) return undefined;
  return existingName(resourceType, after.properties, contextOf(logicalId));
}

function belongsToStack(store: StackStore, type: string, physicalId: string): boolean {
  return store
    .all()
    .filter(({ status }) => status !== 'DELETE_COMPLETE')
    .some(({ resources }) =>
      [...resources.values()].some((resource) => resource.type === type && resource.physicalId === physicalId),
    );
}

/** As aws/aws-cdk-cli#1367 quotes it. */
function refusalText(diffs: readonly ResourceDiff[]): string {
  const affected = diffs.map(
    ({ logicalId, type, importedId }) => `${logicalId} ({${resourceTypeOf(type).naming?.property}=${importedId}})`,
  );
  return (
    'CloudFormation is attempting to import some resources because they already exist in your account. The resources must ' +
    "have the DeletionPolicy attribute set to 'Retain' or 'RetainExceptOnCreate' in the template for successful import. " +
    `The affected resources are ${affected.join(', ')}`
  );
}
