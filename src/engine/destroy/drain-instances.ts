import { assessEmptiedGroup } from '../../health/target/emptied-group.ts';
import type { Registration } from '../../health/target/registered-instances.ts';
import { RUN_AGAIN } from '../../model/next-steps.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { StackResourceView } from '../../model/stack-views.ts';
import { patience } from '../deadline.ts';
import { unprotectInstances } from '../unprotect-instances.ts';
import { waitFor } from '../wait.ts';
import { tellOfWrite } from '../write.ts';
import type { DestroyRun } from './context.ts';

const EVERY_MS = 5_000;

/**
 * Empties the group before its stack goes: CloudFormation would wait for ever for instances that are protected from
 * scale-in, and ECS deletes no cluster that has container instances. Returns why it could not, undefined where the
 * group is empty.
 */
export async function drainInstances(
  resources: readonly StackResourceView[],
  run: DestroyRun,
): Promise<Outcome | undefined> {
  const name = resources.find(isGroup)?.physicalId;
  if (!name) return undefined;
  const observe = async (): Promise<Registration> => {
    // Each time: an instance that was being launched meanwhile comes up protected.
    await unprotectInstances(name, run);
    await shrink(name, run);
    return {
      group: await run.instances.group(name),
      containerInstances: await run.instances.containerInstances(run.cluster.name),
    };
  };
  const { kind, message } = await waitFor(
    { subject: `instances of ${name}`, observe, assess: assessEmptiedGroup, everyMs: EVERY_MS, ...patience(run) },
    run,
  );
  if (kind === 'healthy') return undefined;
  return {
    kind,
    summary: `The instances of ${name} were not terminated in time: ${message}.`,
    evidence: [],
    nextStep: RUN_AGAIN,
  };
}

function isGroup({ type, status }: StackResourceView): boolean {
  return type === 'AWS::AutoScaling::AutoScalingGroup' && status !== 'DELETE_COMPLETE';
}

async function shrink(name: string, { instances, progress }: DestroyRun): Promise<void> {
  const group = await instances.group(name);
  if (!group || (group.minSize === 0 && group.desiredCapacity === 0)) return;
  await instances.resize(name, { minSize: 0, desiredCapacity: 0 });
  tellOfWrite(`resized Auto Scaling group ${name} to 0`, { progress });
}
