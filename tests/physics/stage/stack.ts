import type { DescribeStackEventsOutput, DescribeStacksOutput } from '../../../emulator/shapes/cloudformation.d.ts';
import type { Account } from '../account.ts';

export interface StackEnd {
  readonly status: string;
  /** Why its first resource failed; empty where none did. */
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
  const { StackEvents = [] } = await account.aws<DescribeStackEventsOutput>('cloudformation', 'DescribeStackEvents', {
    StackName,
  });
  const failure = StackEvents.findLast(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
  return { status, reason: failure?.ResourceStatusReason ?? '' };
}
