import { AwsError } from '../../../core/errors.ts';
import type { TestWorld } from '../../../core/testing.ts';
import { createTestWorld } from '../../../core/testing.ts';
import type { World } from '../../../core/world.ts';
import type {
  Change,
  DescribeChangeSetOutput,
  DescribeStackEventsOutput,
  Stack,
  StackEvent,
} from '../../../shapes/cloudformation.d.ts';
import { createService as createIam } from '../../iam/service.ts';
import { createService as createLogs } from '../../logs/service.ts';
import { createService as createSns } from '../../sns/service.ts';
import { createService as createSqs } from '../../sqs/service.ts';
import { createService as createSsm } from '../../ssm/service.ts';
import { createService } from '../service.ts';

/** For tests: CloudFormation beside the services whose resources cost no time. */
export interface StackWorld extends TestWorld {
  readonly call: <Output = Record<string, unknown>>(operation: string, input: object) => Promise<Output>;
  readonly ssm: <Output = Record<string, unknown>>(operation: string, input: object) => Promise<Output>;
  readonly stack: (nameOrId: string) => Promise<Stack>;
  /** "Logical STATUS[ (reason)]" of every event, oldest first. */
  readonly events: (nameOrId: string) => Promise<readonly string[]>;
  /** Creates a change set and lets it be worked out. */
  readonly changeSet: (input: object) => Promise<DescribeChangeSetOutput>;
  /** Creates and executes one, and lets the stack settle. */
  readonly deploy: (input: object) => Promise<void>;
}

export const MINUTE = 60_000;

export function stackWorld(services: (world: World) => object = () => ({})): StackWorld {
  const test = createTestWorld({
    services: (world) => ({
      cloudformation: createService(world),
      iam: createIam(world),
      logs: createLogs(world),
      sns: createSns(world),
      sqs: createSqs(world),
      ssm: createSsm(world),
      ...services(world),
    }),
  });
  const call: StackWorld['call'] = (operation, input) => test.world.call('cloudformation', operation, input);
  const changeSet: StackWorld['changeSet'] = async (input) => {
    const { Id: id } = await call<{ Id: string }>('CreateChangeSet', { ChangeSetName: 'c', ...input });
    await test.advance(10_000);
    return call('DescribeChangeSet', { ChangeSetName: id });
  };
  return {
    ...test,
    call,
    ssm: (operation, input) => test.world.call('ssm', operation, input),
    stack: async (name) => {
      const { Stacks: stacks } = await call<{ Stacks: Stack[] }>('DescribeStacks', { StackName: name });
      return stacks[0] as Stack;
    },
    events: async (StackName) => {
      const all: StackEvent[] = [];
      for (let NextToken: string | undefined, more = true; more; more = NextToken !== undefined) {
        const page = await call<DescribeStackEventsOutput>('DescribeStackEvents', { StackName, NextToken });
        all.push(...(page.StackEvents ?? []));
        NextToken = page.NextToken;
      }
      return all.reverse().map(eventText);
    },
    changeSet,
    deploy: async (input) => {
      const { ChangeSetId: id } = await changeSet(input);
      await call('ExecuteChangeSet', { ChangeSetName: id });
      await test.advance(5 * MINUTE);
    },
  };
}

function eventText({
  LogicalResourceId: id,
  ResourceStatus: status,
  ResourceStatusReason: reason,
}: StackEvent): string {
  const stable = reason?.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID');
  return `${id} ${status}${stable === undefined ? '' : ` (${stable})`}`;
}

/** A template of parameters in the parameter store: name of the resource to its value. */
export function parametersTemplate(values: Readonly<Record<string, unknown>>, rest: object = {}): string {
  return JSON.stringify({
    ...rest,
    Resources: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, parameterResource(value)])),
  });
}

export function parameterResource(value: unknown, properties: object = {}): object {
  return { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: value, ...properties } };
}

export function changeOf(output: DescribeChangeSetOutput, logicalId: string): Change['ResourceChange'] {
  return output.Changes?.find(({ ResourceChange: change }) => change?.LogicalResourceId === logicalId)?.ResourceChange;
}

/** The parameter store, but for calls that are refused while the given condition holds. */
export function refusing(world: World, operation: string, refuses: (name: string) => boolean): object {
  const { operations } = createSsm(world);
  const guarded = (input: { Name: string }, context: never): unknown => {
    if (refuses(input.Name)) throw new AwsError('AccessDeniedException', 'not now');
    return operations[operation]?.(input as never, context);
  };
  return { ssm: { operations: { ...operations, [operation]: guarded } } };
}
