/** IAM roles, as far as they are looked at. */
export interface Roles {
  exists(name: string): Promise<boolean>;
}
