import type { Caller, World } from '../../../core/world.ts';
import type { ResourceContext } from '../resources/resource-type.ts';
import type { Operation, Stack } from './stack.ts';
import type { StackStore } from './store.ts';

export interface Failure {
  readonly logicalId: string;
  readonly action: 'create' | 'update' | 'delete';
}

/** One operation at work on one stack. */
export interface Run {
  readonly world: World;
  readonly store: StackStore;
  readonly stack: Stack;
  readonly operation: Operation;
  /** Whose permissions CloudFormation uses: the stack's role, or who began the operation. */
  readonly caller: Caller;
  /** Whether the first failure calls the other resources off; not so where there will be no rollback. */
  readonly failFast: boolean;
  readonly failures: Failure[];
  /** What the change set found to import, by logical id: the physical ids. */
  readonly imports: ReadonlyMap<string, string>;
}

export function resourceContext(run: Pick<Run, 'world' | 'stack' | 'caller'>, logicalId: string): ResourceContext {
  const { world, stack, caller } = run;
  return {
    account: world.account,
    region: world.region,
    stackName: stack.name,
    logicalId,
    random: world.random,
    call: (service, operation, input) => world.call(service, operation, input, caller),
  };
}

export function fail(run: Run, failure: Failure): void {
  run.failures.push(failure);
  if (run.failFast) run.operation.control.cancel();
}

/** "The following resource(s) failed to create: [A, B]. …", as a stack's status reason words it. */
export function failureText(failures: readonly Failure[]): string {
  return (['create', 'update', 'delete'] as const)
    .map((action) => {
      const ids = failures.filter((failure) => failure.action === action).map(({ logicalId }) => logicalId);
      return ids.length > 0 ? `The following resource(s) failed to ${action}: [${ids.join(', ')}]. ` : '';
    })
    .join('');
}
