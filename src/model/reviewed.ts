/** What a pull request showed of one unit that would change. */
export interface ReviewedUnit {
  /** The unit's id. */
  readonly unit: string;
  /** The first 16 hexadecimal digits of the unit's digest: 64 bits. */
  readonly digest: string;
  /**
   * Fingerprints of the changes by resource; empty where there was no room for them. They tell a difference, they prove
   * nothing.
   */
  readonly changes: Readonly<Record<string, string>>;
}

/** All that was reviewed for a push. */
export interface ReviewedPlans {
  readonly version: typeof REVIEWED_VERSION;
  /** The commit that is to be applied. */
  readonly commit: string;
  /** A newer commit, where one was applied already: this one must not overwrite it. */
  readonly supersededBy?: string | undefined;
  readonly units: readonly (ReviewedUnit & { readonly pull: number })[];
  /** Merged pull requests whose comment proves nothing, and why. */
  readonly rejected?: readonly RejectedReview[] | undefined;
}

export interface RejectedReview {
  readonly pull: number;
  /** One sentence that says why. */
  readonly reason: string;
}

export const REVIEWED_VERSION = 1;
