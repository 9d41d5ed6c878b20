import { coerced } from '../resources/coerce.ts';
import { setResourceStatus } from './events.ts';
import { updateResource } from './provision.ts';
import type { DesiredResource } from './resource-plan.ts';
import { blankResource, recordFailure, type Step, settings } from './resource-steps.ts';
import type { Run } from './run.ts';

/**
 * Takes what exists into the stack under its logical id. Nothing but its tags is changed: where its settings are not
 * the template's they stay what they are, as drift (user guide, "Import AWS resources automatically"). It is not new,
 * so that a rollback leaves it where its policy retains it.
 */
export async function importResource(
  run: Run,
  id: string,
  desired: DesiredResource,
  physicalId: string,
  step: Step,
): Promise<boolean> {
  const { world, stack } = run;
  const { type, properties } = desired;
  const applied = coerced(type, properties);
  const resource = { ...blankResource(id, type, step), ...settings(desired, step), physicalId, properties, applied };
  resource.fresh = false;
  stack.resources.set(id, resource);
  setResourceStatus(world, stack, resource, 'IMPORT_IN_PROGRESS', 'Resource import started.');
  await run.operation.control.sleep(world.latency('stack-step'));
  setResourceStatus(world, stack, resource, 'IMPORT_COMPLETE', 'Resource import completed.');
  setResourceStatus(world, stack, resource, 'UPDATE_IN_PROGRESS', TAGS);
  try {
    await updateResource(run, resource, step.target);
  } catch (error) {
    return recordFailure(run, resource, error, 'update');
  }
  setResourceStatus(world, stack, resource, 'UPDATE_COMPLETE');
  return true;
}

const TAGS = 'Apply stack-level tags to imported resource if applicable.';
