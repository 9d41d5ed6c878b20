import { AwsError } from '../../../../core/errors.ts';
import type { FunctionResult } from '../../../../drivers/functions.ts';
import { expectAllowed } from '../../../../iam/role-permission.ts';
import type { Ecs } from '../../context.ts';
import { tolerate } from '../../refusals.ts';
import type { ServiceDeploymentRecord } from '../record.ts';
import { phaseOf, type ShiftRecord } from '../shifting/record.ts';
import { hookEvent } from './event.ts';
import type { HookRecord } from './record.ts';

const SESSION_NAME = 'ECS-Lambda-Execution';
/** "By default this is a 30 second interval" [doc lambda-lifecycle-hooks]. */
const CALL_BACK_SECONDS = 30;

type Verdict =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'again'; readonly delayMs: number; readonly hookDetails: unknown };

/** Invokes a hook's function until it has decided. Texts: [doc troubleshooting-blue-green]. */
export async function runLambdaHook(
  ecs: Ecs,
  record: ServiceDeploymentRecord,
  shift: ShiftRecord,
  hook: HookRecord,
): Promise<void> {
  const { world } = ecs;
  const { hookTargetArn = '', roleArn = '' } = hook.hook;
  const fail = (reason: string): void => {
    hook.status = 'FAILED';
    hook.reason = `${hook.phase.stage} lifecycle hook(s) failed. ${reason}`;
  };
  const session = { RoleArn: roleArn, RoleSessionName: SESSION_NAME };
  const assumed = await world.call('sts', 'AssumeRole', session, { arn: 'ecs.amazonaws.com' }).catch(tolerate);
  if (!assumed) return fail(`ECS was unable to assume role ${roleArn}`);
  const executionId = world.random.uuid();
  let hookDetails: unknown = hook.hook.hookDetails;
  const goesOn = (): boolean =>
    hook.status === 'IN_PROGRESS' &&
    phaseOf(shift) === hook.phase &&
    (record.status === 'IN_PROGRESS' || !!record.rollback);
  while (goesOn()) {
    const event = hookEvent(record, hook.phase, { executionId, hookDetails });
    const verdict = judge(hookTargetArn, await invoke(ecs, { roleArn, hookTargetArn, event }));
    if (!goesOn()) return;
    switch (verdict.kind) {
      case 'succeeded':
        hook.status = 'SUCCEEDED';
        break;
      case 'failed':
        return fail(verdict.reason);
      case 'again':
        hookDetails = verdict.hookDetails ?? hookDetails;
        await world.clock.sleep(verdict.delayMs);
    }
  }
}

async function invoke(
  { world, functions }: Ecs,
  call: { readonly roleArn: string; readonly hookTargetArn: string; readonly event: object },
): Promise<FunctionResult> {
  const { roleArn, hookTargetArn: resource, event } = call;
  const action = 'lambda:InvokeFunction';
  try {
    await expectAllowed(world, { roleArn, sessionName: SESSION_NAME, service: 'ecs', action, resource });
  } catch (error) {
    if (error instanceof AwsError) return { kind: 'refused', message: error.message };
    throw error;
  }
  return functions.invoke(resource, event);
}

function judge(arn: string, result: FunctionResult): Verdict {
  if (result.kind === 'refused')
    return { kind: 'failed', reason: `ECS was unable to invoke hook target ${arn} due to ${result.message}` };
  const { hookStatus, callBackDelay, hookDetails } = (result.payload ?? {}) as Record<string, unknown>;
  switch (hookStatus) {
    case 'SUCCEEDED':
      return { kind: 'succeeded' };
    case 'FAILED':
      return { kind: 'failed', reason: `Lifecycle hook target ${arn} returned FAILED status.` };
    case 'IN_PROGRESS': {
      const seconds = typeof callBackDelay === 'number' ? callBackDelay : CALL_BACK_SECONDS;
      return { kind: 'again', delayMs: seconds * 1000, hookDetails };
    }
  }
  const cause = 'HookStatus must not be null';
  return { kind: 'failed', reason: `ECS was unable to parse the response from ${arn} due to ${cause}` };
}
