import type { StackEvent } from '@aws-sdk/client-cloudformation';
import type { Stacks } from '../../../ports/stacks.ts';
import { type AwsSettings, clientConfig, once } from '../clients.ts';
import { calling, isAwsError } from '../errors.ts';
import { accepted, type CloudFormation, createChangeSets } from './change-sets.ts';
import { createDriftDetection } from './drift-detection.ts';
import { eventView, ofOperation, resourceView, stackView } from './stack-views.ts';

export function createStacks(settings: AwsSettings): Stacks {
  const cloudFormation: CloudFormation = once(async () => {
    const sdk = await import('@aws-sdk/client-cloudformation');
    return { sdk, client: new sdk.CloudFormationClient(clientConfig(settings)) };
  });
  return {
    ...createChangeSets(cloudFormation),
    ...createDriftDetection(cloudFormation),
    describe: (stack) =>
      calling(`describing stack ${stack}`, async () => {
        const { sdk, client } = await cloudFormation();
        try {
          const { Stacks = [] } = await client.send(new sdk.DescribeStacksCommand({ StackName: stack }));
          return Stacks[0] && stackView(Stacks[0]);
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      }),
    list: () =>
      calling('listing stacks', async () => {
        const { sdk, client } = await cloudFormation();
        const pages = await Array.fromAsync(sdk.paginateDescribeStacks({ client }, {}));
        return pages.flatMap((page) => page.Stacks ?? []).map(stackView);
      }),
    resources: (stack) =>
      calling(`listing resources of stack ${stack}`, async () => {
        const { sdk, client } = await cloudFormation();
        const pages = await Array.fromAsync(sdk.paginateListStackResources({ client }, { StackName: stack }));
        return pages.flatMap((page) => page.StackResourceSummaries ?? []).map(resourceView);
      }),
    template: (stack) =>
      calling(`reading the template of stack ${stack}`, async () => {
        const { sdk, client } = await cloudFormation();
        const { TemplateBody = '{}' } = await client.send(
          new sdk.GetTemplateCommand({ StackName: stack, TemplateStage: 'Original' }),
        );
        return TemplateBody;
      }),
    operationEvents: (stack, clientRequestToken) =>
      calling(`reading events of stack ${stack}`, async () => {
        const events = await newestFirst(cloudFormation, stack, clientRequestToken);
        return events.map(eventView).reverse();
      }),
    delete: (stack, clientRequestToken) =>
      calling(`deleting stack ${stack}`, async () => {
        const { sdk, client } = await cloudFormation();
        await accepted(
          client.send(new sdk.DeleteStackCommand({ StackName: stack, ClientRequestToken: clientRequestToken })),
        );
      }),
    continueUpdateRollback: (stack, clientRequestToken) =>
      calling(`continuing the rollback of stack ${stack}`, async () => {
        const { sdk, client } = await cloudFormation();
        await accepted(
          client.send(
            new sdk.ContinueUpdateRollbackCommand({ StackName: stack, ClientRequestToken: clientRequestToken }),
          ),
        );
      }),
  };
}

async function newestFirst(cloudFormation: CloudFormation, stack: string, token: string): Promise<StackEvent[]> {
  const { sdk, client } = await cloudFormation();
  const found: StackEvent[] = [];
  for await (const page of sdk.paginateDescribeStackEvents({ client }, { StackName: stack })) {
    const { events, over } = ofOperation(page.StackEvents ?? [], token);
    found.push(...events);
    if (over) break;
  }
  return found;
}

/** CloudFormation has no error code of its own for a stack that does not exist. */
function isMissing(error: unknown): boolean {
  return isAwsError(error, 'ValidationError') && error instanceof Error && error.message.includes('does not exist');
}
