import type { JsonObject } from '../model/json.ts';

export interface TaskDefinitionView {
  /** With revision. */
  readonly arn: string;
  readonly status: string;
  /** DescribeTaskDefinition's answer without what ECS adds: comparable with a registration once defaults are filled in. */
  readonly definition: JsonObject;
  readonly tags: Readonly<Record<string, string>>;
}

export interface TaskDefinitions {
  /** By ARN, `family:revision`, or `family` for the latest ACTIVE one; undefined where there is none. */
  describe(name: string): Promise<TaskDefinitionView | undefined>;
  /** Returns the ARN with revision. */
  register(family: string, definition: JsonObject, tags: Readonly<Record<string, string>>): Promise<string>;
}
