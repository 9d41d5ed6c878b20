import type { JsonObject } from '../model/json.ts';
import type { TaskDefinitionView } from '../model/service-views.ts';

export interface TaskDefinitions {
  /** By ARN, `family:revision`, or `family` for the latest ACTIVE one; undefined where there is none. */
  describe(name: string): Promise<TaskDefinitionView | undefined>;
  /** RegisterTaskDefinition's shape, `family` included, without `tags`. Returns the ARN with revision. */
  register(definition: JsonObject, tags: Readonly<Record<string, string>>): Promise<string>;
}
