import type {
  ChangeSetView,
  DriftedResourceView,
  StackEventView,
  StackResourceView,
  StackView,
} from '../../src/model/stack-views.ts';
import type { ChangeSetRequest, Stacks } from '../../src/ports/stacks.ts';

/** `[logical id, status, reason]`; the stack's own events have the logical id ''. */
export type ScriptedEvent = readonly [string, string, string?];

export interface StackScript {
  readonly stacks?: readonly StackView[];
  /** Statuses that DescribeStacks says before it says what is: other people's operations, stale reads. */
  readonly earlier?: Readonly<Record<string, readonly string[]>>;
  readonly templates?: Readonly<Record<string, string>>;
  readonly resources?: Readonly<Record<string, readonly StackResourceView[]>>;
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly changeSet?: (request: ChangeSetRequest) => Partial<ChangeSetView>;
  readonly validationErrors?: Awaited<ReturnType<Stacks['changeSetValidationErrors']>>;
  /** How an execution goes; well unless said otherwise. */
  readonly execution?: (request: ChangeSetRequest) => readonly ScriptedEvent[];
  readonly deletion?: (stack: string) => readonly ScriptedEvent[];
  /** Names of change sets that every stack has. */
  readonly leftovers?: readonly string[];
  /** What was changed by hand, by stack; nothing unless said. */
  readonly drifted?: Readonly<Record<string, readonly DriftedResourceView[]>>;
  /** How a detection ends; well unless said otherwise. */
  readonly detection?: { readonly refusal: string } | { readonly status: string };
  /** Why CloudFormation compares with nothing that is live. */
  readonly noDrift?: string;
  /** Somebody else changes every stack between plan and execution. */
  readonly obsolete?: boolean;
}

export interface FakeStacks extends Stacks {
  /** What was written, in order. */
  readonly writes: readonly string[];
  readonly requests: readonly ChangeSetRequest[];
}

const nameOf = (stack: string): string => stack.split('/')[1] ?? stack;
const arnOf = (name: string): string => `arn:aws:cloudformation:ap-northeast-1:123456789012:stack/${name}/1`;

/** CloudFormation as a script says: a seam's other side, for states that are hard to bring a real one into. */
export function fakeStacks(script: StackScript = {}): FakeStacks {
  const live = new Map((script.stacks ?? []).map((stack) => [stack.name, stack] as const));
  const earlier = new Map(Object.entries(script.earlier ?? {}).map(([name, statuses]) => [name, [...statuses]]));
  const changeSets = new Map<string, ChangeSetRequest>();
  const events = new Map<string, readonly StackEventView[]>();
  const writes: string[] = [];
  const requests: ChangeSetRequest[] = [];
  const run = (name: string, token: string, scripted: readonly ScriptedEvent[]): void => {
    events.set(
      token,
      scripted.map((event, index) => eventOf(name, token, event, index)),
    );
    const status = scripted.findLast(([logicalId]) => logicalId === '')?.[1] ?? '';
    const stack = live.get(name);
    if (status === 'DELETE_COMPLETE') live.delete(name);
    else if (stack) live.set(name, { ...stack, status });
  };
  return {
    ...driftCalls(script),
    writes,
    requests,
    describe: async (stack) => {
      const found = live.get(nameOf(stack));
      const status = earlier.get(nameOf(stack))?.shift();
      return found && status ? { ...found, status } : found;
    },
    list: async () => [...live.values()],
    resources: async (stack) => script.resources?.[nameOf(stack)] ?? [],
    template: async (stack) => script.templates?.[nameOf(stack)] ?? '{}',
    createChangeSet: async (request) => {
      requests.push(request);
      if (request.revertDrift && script.noDrift !== undefined) return { kind: 'no-drift', reason: script.noDrift };
      const id = `arn:aws:cloudformation:ap-northeast-1:123456789012:changeSet/${request.changeSetName}/1`;
      changeSets.set(id, request);
      writes.push(`create ${request.type} change set ${request.stackName}`);
      return { kind: 'created', id };
    },
    describeChangeSet: async (id) => ({
      id,
      stackId: arnOf(changeSets.get(id)?.stackName ?? ''),
      status: 'CREATE_COMPLETE',
      statusReason: undefined,
      executionStatus: 'AVAILABLE',
      changes: [],
      withheld: [],
      ...script.changeSet?.(changeSets.get(id) as ChangeSetRequest),
    }),
    changeSetValidationErrors: async () => script.validationErrors ?? [],
    changeSets: async () => (script.leftovers ?? []).map((name) => ({ id: name, name })),
    executeChangeSet: async (id, { clientRequestToken }) => {
      const request = changeSets.get(id) as ChangeSetRequest;
      const { stackName: name, type } = request;
      if (script.obsolete) return false;
      writes.push(`execute ${name}`);
      live.set(name, madeBy(request, script.outputs?.[name]));
      run(name, clientRequestToken, script.execution?.(request) ?? [['', `${type}_COMPLETE`]]);
      return true;
    },
    deleteChangeSet: async (id) => {
      writes.push(`delete change set ${changeSets.get(id)?.stackName ?? id}`);
    },
    operationEvents: async (_stack, token) => events.get(token) ?? [],
    delete: async (stack, token) => {
      writes.push(`delete ${nameOf(stack)}`);
      run(nameOf(stack), token, script.deletion?.(nameOf(stack)) ?? [['', 'DELETE_COMPLETE']]);
    },
    continueUpdateRollback: async (stack, token) => {
      writes.push(`continue rollback ${nameOf(stack)}`);
      run(nameOf(stack), token, [['', 'UPDATE_ROLLBACK_COMPLETE']]);
    },
  };
}

function driftCalls({
  detection,
  drifted,
}: StackScript): Pick<Stacks, 'detectDrift' | 'driftDetection' | 'driftedResources'> {
  return {
    detectDrift: async (stack) => (detection && 'refusal' in detection ? detection : { id: nameOf(stack) }),
    driftDetection: async () => ({ status: 'DETECTION_COMPLETE', reason: undefined, ...detection }),
    driftedResources: async (stack) => drifted?.[nameOf(stack)] ?? [],
  };
}

/** The stack as a change set makes it, before its events. */
function madeBy(
  { stackName: name, template, parameters, tags }: ChangeSetRequest,
  outputs: Readonly<Record<string, string>> | undefined,
): StackView {
  return {
    id: arnOf(name),
    name,
    status: '',
    statusReason: undefined,
    outputs: { ...digestOutput(template), ...outputs },
    parameters,
    tags,
    terminationProtection: false,
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '': 'AWS::CloudFormation::Stack',
  AutoScalingGroup: 'AWS::AutoScaling::AutoScalingGroup',
};

function eventOf(
  stack: string,
  clientRequestToken: string,
  [logicalId, status, reason]: ScriptedEvent,
  index: number,
): StackEventView {
  return {
    eventId: `${clientRequestToken}-${index}`,
    at: index,
    logicalId: logicalId || stack,
    physicalId: logicalId === '' ? arnOf(stack) : `physical-${logicalId}`,
    type: TYPES[logicalId] ?? 'AWS::Some::Type',
    status,
    reason,
    clientRequestToken,
  };
}

function digestOutput(template: string): Record<string, string> {
  const parsed: { readonly Outputs?: { readonly TemplateDigest?: { readonly Value: string } } } = JSON.parse(template);
  return { TemplateDigest: parsed.Outputs?.TemplateDigest?.Value ?? '' };
}
