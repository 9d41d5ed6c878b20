import { stackState } from '../../health/stack/stack-status.ts';
import type { Health } from '../../model/health.ts';
import type { StackView } from '../../model/stack-views.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Stacks } from '../../ports/stacks.ts';
import { waitFor } from '../wait.ts';

export interface SettledPorts {
  readonly stacks: Stacks;
  readonly clock: Clock;
  readonly progress: Progress;
}

export interface SettledOptions {
  readonly withinMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * For some seconds after a change set was executed, DescribeStacks can still say REVIEW_IN_PROGRESS; this often it is
 * asked again.
 */
const REVIEW_LOOKS = 3;

/** The stack once no operation runs on it, or the time is up; undefined where there is none. */
export async function observeSettledStack(
  name: string,
  { withinMs, signal }: SettledOptions,
  ports: SettledPorts,
): Promise<StackView | undefined> {
  let reviews = 0;
  const assess = (stack: StackView | undefined): Health => {
    const state = stackState(stack?.status);
    if (state === 'never-executed' && ++reviews < REVIEW_LOOKS) return { state: 'pending', message: 'in review' };
    if (state === 'busy') return { state: 'pending', message: `${stack?.status}, started by someone else` };
    return { state: 'healthy', message: state };
  };
  const { view } = await waitFor(
    { subject: `stack ${name}`, observe: () => ports.stacks.describe(name), assess, withinMs, signal },
    ports,
  );
  return stackState(view?.status) === 'absent' ? undefined : view;
}
