import type { JsonObject } from '../model/json.ts';
import type { TaskDefinitionView } from '../model/service-views.ts';

export interface TaskDefinitions {
  /** Takes an ARN, `family:revision`, or `family` for the latest ACTIVE one; undefined where there is none. */
  describe(name: string): Promise<TaskDefinitionView | undefined>;
  /** ARNs of the family's ACTIVE revisions, newest first. */
  active(family: string): Promise<readonly string[]>;
  /**
   * ECS starts tasks of it for the services that have it, and takes it for no other; one that is INACTIVE already is no
   * error.
   */
  deregister(arn: string): Promise<void>;
  /** RegisterTaskDefinition's shape, `family` included, without `tags`. Returns the ARN with revision. */
  register(definition: JsonObject, tags: Readonly<Record<string, string>>): Promise<string>;
}
