import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { ValidationErrorView } from '../../../model/stack-views.ts';
import type { ChangeSetRequest, Stacks } from '../../../ports/stacks.ts';
import { calling, isAwsError } from '../errors.ts';
import { mergeDescriptions } from './change-set-view.ts';

type Sdk = typeof import('@aws-sdk/client-cloudformation');
export type CloudFormation = () => Promise<{ readonly sdk: Sdk; readonly client: CloudFormationClient }>;

type ChangeSets = Pick<
  Stacks,
  | 'createChangeSet'
  | 'describeChangeSet'
  | 'changeSetValidationErrors'
  | 'changeSets'
  | 'executeChangeSet'
  | 'deleteChangeSet'
>;

export function createChangeSets(cloudFormation: CloudFormation): ChangeSets {
  const stacks = new Map<string, string>();
  /** IAM judges by the stack, which an ARN of a change set does not name. */
  const named = (changeSet: string) => ({ ChangeSetName: changeSet, StackName: stacks.get(changeSet) });
  return {
    createChangeSet: (request) =>
      calling(`creating a change set for stack ${request.stackName}`, async () => {
        const { sdk, client } = await cloudFormation();
        try {
          const { Id: id } = await client.send(new sdk.CreateChangeSetCommand(changeSetInput(request)));
          if (id === undefined) return { kind: 'unavailable' };
          stacks.set(id, request.stackName);
          return { kind: 'created', id };
        } catch (error) {
          if (isOfState(error)) return { kind: 'unavailable' };
          if (request.revertDrift && isOfDriftMode(error)) return { kind: 'no-drift', reason: error.message };
          throw error;
        }
      }),
    describeChangeSet: (changeSet) =>
      calling('describing a change set', async () => {
        try {
          const plain = await describeWith(cloudFormation, named(changeSet), false);
          const ready = plain.Status === 'CREATE_COMPLETE' && plain.Changes.length > 0;
          return mergeDescriptions(
            plain,
            ready ? await describeWith(cloudFormation, named(changeSet), true) : undefined,
          );
        } catch (error) {
          if (isAwsError(error, ...NOT_FOUND)) return undefined;
          throw error;
        }
      }),
    changeSetValidationErrors: (changeSet) =>
      calling('reading what CloudFormation found wrong', () => validationErrors(cloudFormation, changeSet)),
    changeSets: (stack, prefix) =>
      calling(`listing change sets of stack ${stack}`, async () => {
        const { sdk, client } = await cloudFormation();
        const pages = await Array.fromAsync(sdk.paginateListChangeSets({ client }, { StackName: stack }));
        const found = pages
          .flatMap((page) => page.Summaries ?? [])
          .map(({ ChangeSetId: id = '', ChangeSetName: name = '' }) => ({ id, name }))
          .filter(({ name }) => name.startsWith(prefix));
        for (const { id } of found) stacks.set(id, stack);
        return found;
      }),
    executeChangeSet: (changeSet, { clientRequestToken, deleteOnFailure }) =>
      calling('executing a change set', async () => {
        const { sdk, client } = await cloudFormation();
        const command = new sdk.ExecuteChangeSetCommand({
          ...named(changeSet),
          ClientRequestToken: clientRequestToken,
          ...(deleteOnFailure ? {} : { DisableRollback: false }),
        });
        try {
          await accepted(client.send(command));
          return true;
        } catch (error) {
          if (isAwsError(error, 'InvalidChangeSetStatusException', ...NOT_FOUND)) return false;
          throw error;
        }
      }),
    deleteChangeSet: (changeSet) =>
      calling('deleting a change set', async () => {
        const { sdk, client } = await cloudFormation();
        try {
          await client.send(new sdk.DeleteChangeSetCommand(named(changeSet)));
        } catch (error) {
          if (!isAwsError(error, ...NOT_FOUND)) throw error;
        }
      }),
  };
}

const NOT_FOUND = ['ChangeSetNotFoundException', 'ChangeSetNotFound'] as const;

/**
 * CloudFormation has one code for all that it refuses; these are its words for a stack whose state takes no change set.
 */
function isOfState(error: unknown): boolean {
  if (!isAwsError(error, 'ValidationError') || !(error instanceof Error)) return false;
  return /state and can ?not be updated|already exists and cannot be created again/.test(error.message);
}

/** A region, or an endpoint, that does not know DeploymentMode says so in words of its own. */
function isOfDriftMode(error: unknown): error is Error {
  return error instanceof Error && /DeploymentMode|REVERT_DRIFT|drift/i.test(error.message);
}

async function describeWith(
  cloudFormation: CloudFormation,
  changeSet: { readonly ChangeSetName: string; readonly StackName: string | undefined },
  values: boolean,
) {
  const { sdk, client } = await cloudFormation();
  const input = { ...changeSet, IncludePropertyValues: values };
  const [first, ...further] = await Array.fromAsync(sdk.paginateDescribeChangeSet({ client }, input));
  return { ...first, Changes: [first, ...further].flatMap((page) => page?.Changes ?? []) };
}

/** A repeated request that CloudFormation has accepted already is answered with TokenAlreadyExists. */
export async function accepted(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isAwsError(error, 'TokenAlreadyExistsException')) throw error;
  }
}

function changeSetInput(request: ChangeSetRequest) {
  return {
    StackName: request.stackName,
    ChangeSetName: request.changeSetName,
    ChangeSetType: request.type,
    TemplateBody: request.template,
    Parameters: Object.entries(request.parameters).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
    Tags: Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })),
    Description: request.description,
    Capabilities: ['CAPABILITY_IAM' as const, 'CAPABILITY_NAMED_IAM' as const],
    ...(request.deleteOnFailure ? { OnStackFailure: 'DELETE' as const } : {}),
    ...(request.importExisting ? { ImportExistingResources: true } : {}),
    ...(request.revertDrift ? { DeploymentMode: 'REVERT_DRIFT' as const } : {}),
  };
}

/** Best effort: a role without cloudformation:DescribeEvents still gets the change set's own reason. */
async function validationErrors(
  cloudFormation: CloudFormation,
  changeSet: string,
): Promise<readonly ValidationErrorView[]> {
  const { sdk, client } = await cloudFormation();
  try {
    const pages = await Array.fromAsync(sdk.paginateDescribeEvents({ client }, { ChangeSetName: changeSet }));
    return pages
      .flatMap((page) => page.OperationEvents ?? [])
      .filter(({ EventType, ValidationStatus }) => EventType === 'VALIDATION_ERROR' && ValidationStatus === 'FAILED')
      .map((event) => ({
        logicalId: event.LogicalResourceId ?? '',
        path: event.ValidationPath,
        message: event.ValidationStatusReason ?? event.ValidationName ?? 'no reason given',
        mode: event.ValidationFailureMode ?? 'FAIL',
      }));
  } catch (error) {
    if (isAwsError(error, 'AccessDenied', 'AccessDeniedException')) return [];
    throw error;
  }
}
