import type { JsonObject } from '../model/json.ts';

/** IAM roles, as far as they are looked at. */
export interface Roles {
  exists(name: string): Promise<boolean>;
  /** Who may assume it; undefined where there is no such role. */
  trustPolicy(name: string): Promise<JsonObject | undefined>;
}
