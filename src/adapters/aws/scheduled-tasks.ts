import type { Target } from '@aws-sdk/client-eventbridge';
import { ToolkitError } from '../../model/errors.ts';
import type { ScheduledTargetView } from '../../model/scheduled-task.ts';
import type { ScheduledTasks } from '../../ports/scheduled-tasks.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling, isAwsError } from './errors.ts';

type EventBridge = Awaited<ReturnType<ReturnType<typeof eventBridgeClient>>>;

export function createScheduledTasks(settings: AwsSettings): ScheduledTasks {
  const eventBridge = eventBridgeClient(settings);
  return {
    targets: (rule) =>
      calling(`reading the targets of rule ${rule}`, async () => {
        try {
          return (await readTargets(await eventBridge(), rule)).flatMap((target) => viewOf(rule, target) ?? []);
        } catch (error) {
          if (isAwsError(error, 'ResourceNotFoundException')) return undefined;
          throw error;
        }
      }),
    move: (view, taskDefinitionArn) =>
      calling(`moving target ${view.targetId} of rule ${view.rule}`, async () =>
        move(await eventBridge(), view, taskDefinitionArn),
      ),
    revisionsInUse: (clusterArn, family) =>
      calling(`looking for rules that start tasks of ${family}`, async () => {
        const events = await eventBridge();
        const found: ScheduledTargetView[] = [];
        for (const rule of await readRuleNames(events, clusterArn))
          found.push(...(await readTargets(events, rule)).flatMap((target) => viewOf(rule, target) ?? []));
        return found.map(({ taskDefinition }) => taskDefinition).filter((arn) => arn.includes(`/${family}:`));
      }),
  };
}

function eventBridgeClient(settings: AwsSettings) {
  return once(async () => {
    const sdk = await import('@aws-sdk/client-eventbridge');
    return { sdk, client: new sdk.EventBridgeClient(clientConfig(settings)) };
  });
}

function viewOf(rule: string, { Id: targetId, EcsParameters: ecs }: Target): ScheduledTargetView | undefined {
  const taskDefinition = ecs?.TaskDefinitionArn;
  return targetId && taskDefinition ? { rule, targetId, taskDefinition } : undefined;
}

/** PutTargets replaces a target as a whole, so it is read again, and written as it is with another revision. */
async function move(events: EventBridge, { rule, targetId }: ScheduledTargetView, arn: string): Promise<void> {
  const target = (await readTargets(events, rule)).find(({ Id: id }) => id === targetId);
  if (!target?.EcsParameters)
    throw new ToolkitError(
      'SCHEDULED_TASK_UNSUITABLE',
      `Target ${targetId} of rule ${rule} was deleted in the meantime.`,
      {
        hint: 'Remove it from scheduledTasks, or create it again, then run the job again.',
      },
    );
  if (target.EcsParameters.TaskDefinitionArn === arn) return;
  const moved = { ...target, EcsParameters: { ...target.EcsParameters, TaskDefinitionArn: arn } };
  const { FailedEntries: failed = [] } = await events.client.send(
    new events.sdk.PutTargetsCommand({ Rule: rule, Targets: [moved] }),
  );
  const [first] = failed;
  if (!first) return;
  throw new ToolkitError(
    'AWS_REFUSED',
    `${first.ErrorCode}: ${first.ErrorMessage} (target ${targetId} of rule ${rule}).`,
    {
      hint: 'Correct the target as the message of AWS says, then run the job again.',
    },
  );
}

async function readTargets({ sdk, client }: EventBridge, rule: string): Promise<readonly Target[]> {
  const found: Target[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(
      new sdk.ListTargetsByRuleCommand({ Rule: rule, ...(token && { NextToken: token }) }),
    );
    found.push(...(page.Targets ?? []));
    token = page.NextToken;
  } while (token);
  return found;
}

async function readRuleNames({ sdk, client }: EventBridge, targetArn: string): Promise<readonly string[]> {
  const found: string[] = [];
  let token: string | undefined;
  do {
    const input = { TargetArn: targetArn, ...(token && { NextToken: token }) };
    const page = await client.send(new sdk.ListRuleNamesByTargetCommand(input));
    found.push(...(page.RuleNames ?? []));
    token = page.NextToken;
  } while (token);
  return found;
}
