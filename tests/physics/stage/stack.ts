import type { DescribeEventsOutput, DescribeStacksOutput } from '../../../emulator/shapes/cloudformation.d.ts';
import type { Account } from '../account.ts';

export interface StackEnd {
  readonly status: string;
  /** Why it failed at first; empty where it did not. */
  readonly reason: string;
}

/** Creates a stack of one resource, and waits for its end. */
export async function createStack(account: Account, resource: object): Promise<StackEnd> {
  const StackName = 'named';
  await account.aws('cloudformation', 'CreateStack', {
    StackName,
    TemplateBody: JSON.stringify({ Resources: { Named: resource } }),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
  });
  const status = await account.until('the end of a stack', async () => {
    const { Stacks } = await account.aws<DescribeStacksOutput>('cloudformation', 'DescribeStacks', { StackName });
    const now = Stacks?.[0]?.StackStatus ?? '';
    return /_(COMPLETE|FAILED)$/.test(now) ? now : undefined;
  });
  // A failed validation is in the operation's events alone.
  const { OperationEvents = [] } = await account.aws<DescribeEventsOutput>('cloudformation', 'DescribeEvents', {
    StackName,
    Filters: { FailedEvents: true },
  });
  const reasons = OperationEvents.flatMap((event) => event.ValidationStatusReason ?? event.ResourceStatusReason ?? []);
  return { status, reason: reasons.at(-1) ?? '' };
}
