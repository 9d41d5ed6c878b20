import type { Ecs } from '../../context.ts';
import type { ServiceDeploymentRecord } from '../record.ts';
import type { HookStage, Phase } from '../shifting/phases.ts';
import type { ShiftRecord } from '../shifting/record.ts';
import { MINUTE_MS } from '../shifting/steps.ts';
import { hookId } from './ids.ts';
import { runLambdaHook } from './lambda.ts';
import type { HookRecord } from './record.ts';
import { isOpen } from './record.ts';

export type HookState =
  | { readonly kind: 'passed' }
  /** `paused`: for somebody's ContinueServiceDeployment, which may take longer than a stage may. */
  | { readonly kind: 'waiting'; readonly paused: boolean }
  | { readonly kind: 'failed'; readonly reason: string };

/** Sets a phase's hooks going, all at once, and says how they stand together [doc deployment-lifecycle-hooks]. */
export function awaitHooks(ecs: Ecs, record: ServiceDeploymentRecord, shift: ShiftRecord, phase: Phase): HookState {
  const hooks = startHooks(ecs, record, shift, phase);
  for (const hook of hooks) expire(ecs, hook);
  const failed = hooks.find(({ reason }) => reason !== undefined);
  if (failed?.reason !== undefined) return { kind: 'failed', reason: failed.reason };
  const open = hooks.filter(isOpen);
  if (open.length === 0) return { kind: 'passed' };
  return { kind: 'waiting', paused: open.some(({ status }) => status === 'AWAITING_ACTION') };
}

function startHooks(
  ecs: Ecs,
  record: ServiceDeploymentRecord,
  shift: ShiftRecord,
  phase: Phase,
): readonly HookRecord[] {
  const running = shift.hooks.filter((hook) => hook.phase === phase);
  if (running.length > 0) return running;
  const { world } = ecs;
  const stage = phase.stage as HookStage;
  const hooks = (record.configuration.lifecycleHooks ?? [])
    .filter(({ lifecycleStages }) => lifecycleStages.includes(stage))
    .map(
      (hook): HookRecord => ({
        id: hookId(world.random, hook),
        phase,
        hook,
        status: hook.targetType === 'PAUSE' ? 'AWAITING_ACTION' : 'IN_PROGRESS',
        expiresAt: world.clock.now() + hook.timeoutConfiguration.timeoutInMinutes * MINUTE_MS,
        reason: undefined,
      }),
    );
  shift.hooks = [...shift.hooks, ...hooks];
  for (const hook of hooks)
    if (hook.hook.targetType === 'AWS_LAMBDA') world.background(runLambdaHook(ecs, record, shift, hook));
  return hooks;
}

function expire({ world }: Ecs, record: HookRecord): void {
  if (!isOpen(record) || world.clock.now() < record.expiresAt) return;
  const { phase, hook } = record;
  record.status = 'TIMED_OUT';
  if (hook.timeoutConfiguration.action === 'CONTINUE') return;
  record.reason =
    hook.targetType === 'PAUSE'
      ? `${phase.stage} pause hook timed out.`
      : `${phase.stage} lifecycle hook(s) failed. Lifecycle hook target ${hook.hookTargetArn} timed out.`;
}
