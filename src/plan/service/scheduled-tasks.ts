import { revisionName } from '../../model/arn.ts';
import { ToolkitError } from '../../model/errors.ts';
import type { Change } from '../../model/plan.ts';
import type { ScheduledTargetView, ScheduledTask } from '../../model/scheduled-task.ts';
import type { Service } from '../../model/service.ts';
import { positionOf } from '../../model/source.ts';
import { shown } from '../differences/property-changes.ts';
import type { TaskDefinitionPlan } from '../task-definition/task-definition-plan.ts';

/** The type of the rows that move scheduled tasks. */
export const SCHEDULE_TYPE = 'AWS::Events::Rule';

/** What of a service says which scheduled tasks are its own. */
export type SchedulingService = Pick<Service, 'name' | 'scheduledTasks' | 'taskDefinition' | 'source'>;

/**
 * The one target that a scheduled task of config means. `targets` are those of its rule that start tasks of ECS,
 * undefined where there is no such rule. Throws SCHEDULED_TASK_UNSUITABLE where there is none, more than one, or one of
 * another family.
 */
export function scheduledTarget(
  service: SchedulingService,
  index: number,
  targets: readonly ScheduledTargetView[] | undefined,
): ScheduledTargetView {
  const { rule, targetId } = service.scheduledTasks[index] as ScheduledTask;
  const refuse = (what: string, hint: string): ToolkitError =>
    new ToolkitError('SCHEDULED_TASK_UNSUITABLE', `Service ${service.name}: ${what}`, {
      hint,
      at: positionOf(service.source, ['scheduledTasks', index]),
    });
  if (!targets) {
    const hint = 'Correct the name in scheduledTasks, or create the rule first: this toolkit never creates rules.';
    throw refuse(`there is no rule ${rule} on the default event bus of this account and region.`, hint);
  }
  const chosen = targets.filter((target) => targetId === undefined || target.targetId === targetId);
  const [target] = chosen;
  if (!target) {
    const which = targetId === undefined ? '' : ` ${targetId}`;
    const ids = targets.map((each) => each.targetId).join(', ');
    const hint = ids ? `Name one of: ${ids}.` : 'Name a rule that starts ECS tasks.';
    throw refuse(`rule ${rule} has no target${which} that starts ECS tasks.`, hint);
  }
  if (chosen.length > 1) {
    const ids = chosen.map((each) => each.targetId).join(', ');
    throw refuse(`rule ${rule} starts ECS tasks with several targets: ${ids}.`, 'Name one of them with targetId.');
  }
  const { family } = service.taskDefinition;
  if (familyOf(target.taskDefinition) === family) return target;
  const starts = revisionName(target.taskDefinition);
  throw refuse(
    `target ${target.targetId} of rule ${rule} starts ${starts}, which belongs to another family than ${family}.`,
    "Remove it from scheduledTasks, or set the target to a revision of the service's family once by hand.",
  );
}

/** The rows of the plan: targets that start another revision than the service is to have. */
export function scheduledTaskChanges(
  { scheduledTasks, source }: Pick<Service, 'scheduledTasks' | 'source'>,
  targets: readonly ScheduledTargetView[],
  revision: TaskDefinitionPlan['revision'],
): readonly Change[] {
  return targetsToMove(targets, 'arn' in revision ? revision.arn : undefined).map((target) => {
    const index = scheduledTasks.findIndex(
      ({ rule, targetId }) => rule === target.rule && (targetId ?? target.targetId) === target.targetId,
    );
    const after = 'arn' in revision ? shown(revisionName(revision.arn)) : ({ kind: 'known-after-apply' } as const);
    return {
      action: 'modify',
      resource: `scheduled task ${target.rule}`,
      type: SCHEDULE_TYPE,
      physicalId: target.targetId,
      properties: [{ path: 'taskDefinition', before: shown(revisionName(target.taskDefinition)), after }],
      certainty: 'certain',
      at: index < 0 ? undefined : positionOf(source, ['scheduledTasks', index]),
    };
  });
}

/** The targets that start tasks of another revision; all of them where the revision is not registered yet. */
export function targetsToMove(
  targets: readonly ScheduledTargetView[],
  taskDefinitionArn: string | undefined,
): readonly ScheduledTargetView[] {
  return targets.filter(({ taskDefinition }) => taskDefinition !== taskDefinitionArn);
}

function familyOf(arn: string): string {
  return revisionName(arn).replace(/:\d+$/, '');
}
