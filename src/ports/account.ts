export interface Account {
  /** The account that the credentials belong to. Throws CREDENTIALS_MISSING where there are none. */
  accountId(): Promise<string>;
  /** The region that the SDK would use, undefined where the environment names none. */
  region(): Promise<string | undefined>;
}
