/** An image in Elastic Container Registry. */
export interface EcrImage {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  readonly id: { readonly tag: string } | { readonly digest: string };
}

export interface ImageView {
  readonly digest: string;
  /** Milliseconds since the epoch. */
  readonly pushedAt: number | undefined;
}

/** A secret of Secrets Manager, without its value. */
export interface SecretView {
  /** When its deletion was asked for, in milliseconds since the epoch. */
  readonly deletedAt: number | undefined;
}

export interface CertificateView {
  /** AWS's words: PENDING_VALIDATION, ISSUED, INACTIVE, EXPIRED, VALIDATION_TIMED_OUT, REVOKED, FAILED. */
  readonly status: string;
  /** Domain names that it is good for, wildcards among them. */
  readonly names: readonly string[];
  /** Milliseconds since the epoch. */
  readonly notAfter: number | undefined;
}
