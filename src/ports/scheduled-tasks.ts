import type { ScheduledTargetView } from '../model/scheduled-task.ts';

/** Rules of EventBridge's default bus, as far as they start tasks of ECS. */
export interface ScheduledTasks {
  /** The targets of a rule that start tasks of ECS; undefined where there is no such rule. */
  targets(rule: string): Promise<readonly ScheduledTargetView[] | undefined>;
  /** Has a target start tasks of another revision, and leaves everything else about it as it is. May be repeated. */
  move(target: ScheduledTargetView, taskDefinitionArn: string): Promise<void>;
  /** ARNs of the family's revisions that rules start tasks of in the cluster, whoever made the rules. */
  revisionsInUse(clusterArn: string, family: string): Promise<readonly string[]>;
}
