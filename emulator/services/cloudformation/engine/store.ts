import type { World } from '../../../core/world.ts';
import { unchecked } from '../drift/stack-drift.ts';
import { validationError } from '../template/errors.ts';
import type { Stack } from './stack.ts';

/** All stacks of the account and region, deleted ones too. */
export interface StackStore {
  add(stack: Stack): void;
  all(): readonly Stack[];
  /** By ARN also a deleted stack; by name only one that lives. */
  find(nameOrId: string): Stack | undefined;
  /** The stack that has this export, if any. */
  exporterOf(name: string): Stack | undefined;
  importersOf(exportName: string): readonly Stack[];
}

export function createStackStore(): StackStore {
  const stacks = new Map<string, Stack>();
  const all = (): readonly Stack[] => [...stacks.values()];
  const living = (): readonly Stack[] => all().filter(({ status }) => status !== 'DELETE_COMPLETE');
  return {
    add: (stack) => void stacks.set(stack.id, stack),
    all,
    find: (nameOrId) => stacks.get(nameOrId) ?? living().find(({ name }) => name === nameOrId),
    exporterOf: (name) => living().find((stack) => stack.exports.some((item) => item.name === name)),
    importersOf: (name) => living().filter((stack) => stack.imports.has(name)),
  };
}

/** Throws in the words that most operations have for a missing stack; DescribeStacks and a few have others. */
export function requireStack(store: StackStore, nameOrId: string): Stack {
  const stack = store.find(nameOrId);
  if (!stack) throw validationError(`Stack [${nameOrId}] does not exist`);
  return stack;
}

/** A stack without resources, which is in no store yet. */
export function emptyStack(world: World, name: string): Stack {
  return {
    id: `arn:aws:cloudformation:${world.region}:${world.account}:stack/${name}/${world.random.uuid()}`,
    name,
    creationTime: world.clock.now(),
    status: 'REVIEW_IN_PROGRESS',
    reason: undefined,
    lastUpdatedTime: undefined,
    deletionTime: undefined,
    detailedStatus: undefined,
    deployment: undefined,
    stable: undefined,
    description: undefined,
    capabilities: undefined,
    roleArn: undefined,
    rollbackConfiguration: {},
    disableRollback: false,
    retainExceptOnCreate: false,
    deletionMode: undefined,
    timeoutInMinutes: undefined,
    terminationProtection: false,
    changeSetId: undefined,
    outputs: [],
    exports: [],
    imports: new Set(),
    resources: new Map(),
    displaced: new Map(),
    predrift: new Map(),
    garbage: [],
    changeSets: new Map(),
    drift: unchecked(),
    driftDetections: new Map(),
    events: [],
    operationEvents: [],
    lastOperations: new Map(),
    operation: undefined,
    settled: Promise.resolve(),
  };
}
