/** An existing rule of EventBridge whose target starts tasks of the service's revision, at its own times. */
export interface ScheduledTask {
  /** Name of a rule of the default event bus. */
  readonly rule: string;
  /** Names the target where the rule has several that start ECS tasks. */
  readonly targetId: string | undefined;
}

/** A target of a rule that starts tasks of ECS, as observed. */
export interface ScheduledTargetView {
  readonly rule: string;
  readonly targetId: string;
  /** ARN with revision; where the target names the family alone, which means its latest revision, ARN without. */
  readonly taskDefinition: string;
}
